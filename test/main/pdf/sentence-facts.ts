import type { Acknowledgement } from '#domain/report/acknowledgement.ts'
import type { ReportInput } from '#domain/report/report-input.ts'
import { err, ok } from '#domain/result.ts'
import { checkedSample, decided, notified, settled, withClause } from '#test/main/numbers-sample.ts'
import { convention, finding, inspection, listings, reportInput } from '#test/main/report-sample.ts'
import { refusedToSign, signedByHand } from '#test/main/signing/signed-sample.ts'

/** What a report is made of, and who has signed it. */
export interface Recorded {
  readonly input?: Partial<ReportInput>
  readonly acknowledgement?: Acknowledgement | null
  readonly signer?: string | null
}
/** The fact behind a sentence: recorded here, and not recorded there. */
export interface Fact {
  readonly fact: string
  readonly recorded: Recorded
  readonly missing: Recorded
}
/** Not of this inspection: true of every report, with the reason. */
export interface Rule {
  readonly rule: string
}

const samples = [checkedSample()]
const open = { ...samples[0]!, evaluation: err('sampling.results-missing', { count: 3, id: 'P-0001' }) }
const applied = checkedSample({}, notified)
const withNumbers = { samples, settled: ok(settled), decided }
const clean = {
  ...samples[0]!,
  checks: samples[0]!.checks.map((check) => ({ ...check, found: null, accepted: null, wrong: false })),
}
const unmarked = {
  ...clean,
  sample: {
    ...clean.sample,
    units: clean.sample.units.filter(({ picked, unavailable }) => !picked && !unavailable),
  },
}
const visit = (change: Partial<typeof inspection>): Recorded => ({
  input: { inspection: { ...inspection, ...change } },
})
const refusedAccess = visit({ visitOutcome: 'ACCESS_REFUSED' })
const copy = { copy: 'NONE', copyTo: '' } as const
const ABSENT: Acknowledgement = { kind: 'ABSENT', name: 'A. B.', function: '', remark: '', ...copy }
const UNABLE: Acknowledgement = {
  kind: 'UNABLE',
  name: 'A. B.',
  function: '',
  reason: 'x',
  present: '',
  ...copy,
}
const LATER: Acknowledgement = { kind: 'REPLY_LATER', name: 'A. B.', function: 'C', remark: '', ...copy }
const by = (acknowledgement: Acknowledgement | null): Recorded => ({
  acknowledgement,
  signer: 'Éloïse D’Hondt',
})
const money = (input: Partial<ReportInput>): Recorded => ({ input: { ...withNumbers, ...input } })

/** Every sentence of the report's fixed words, and what makes it true. */
export const FACTS: Readonly<Record<string, Fact | Rule>> = {
  status: { rule: 'the inspector signs first; a supervisor decides later' },
  confidential: { rule: 'the layout cites rows by their id column only' },
  'mandate.scope': {
    fact: 'the agreement and its control period, without amendments',
    recorded: { input: { convention: { ...convention, amendments: [] } } },
    missing: {},
  },
  'mandate.scopeAmended': {
    fact: 'the amendments of the agreement',
    recorded: {},
    missing: { input: { convention: { ...convention, amendments: [] } } },
  },
  'mandate.grid': { rule: 'counts the answers that are recorded' },
  'mandate.independence': {
    fact: 'independenceDeclared',
    recorded: {},
    missing: visit({ independenceDeclared: false }),
  },
  'mandate.noIndependence': {
    fact: 'independenceDeclared is false',
    recorded: visit({ independenceDeclared: false }),
    missing: {},
  },
  'method.listings': { fact: 'listings of the package', recorded: {}, missing: { input: { listings: [] } } },
  'method.noListings': {
    fact: 'no listing in the package',
    recorded: { input: { listings: [] } },
    missing: {},
  },
  'method.rejectedExamined': {
    fact: 'rejectedRowsExamined, and rejected rows',
    recorded: visit({ rejectedRowsExamined: true }),
    missing: {},
  },
  'method.suspiciousExamined': {
    fact: 'suspiciousRowsExamined, and suspicious rows',
    recorded: visit({ suspiciousRowsExamined: true }),
    missing: {
      input: {
        inspection: { ...inspection, suspiciousRowsExamined: true },
        listings: listings.map((one) => ({ ...one, suspicious: 0 })),
      },
    },
  },
  'method.evidence': { fact: 'evidence is recorded', recorded: {}, missing: { input: { evidence: [] } } },
  'results.noFinding': {
    fact: 'no finding in the section',
    recorded: { input: { findings: [] } },
    missing: { input: { grid: { ...reportInput().grid, sections: [], points: [] } } },
  },
  'results.notExamined': {
    fact: 'access was refused, points without an answer',
    recorded: { input: { ...refusedAccess.input, answers: [] } },
    missing: {},
  },
  'financial.none': { fact: 'no finding with an amount', recorded: { input: { findings: [] } }, missing: {} },
  'financial.note': {
    fact: 'a finding with an amount; the administration decides after the report',
    recorded: {},
    missing: { input: { findings: [] } },
  },
  'followUp.intro': {
    fact: 'a finding with a recommendation',
    recorded: {},
    missing: { input: { findings: [finding(1, { recommendation: '' })] } },
  },
  'followUp.none': { fact: 'no recommendation', recorded: { input: { findings: [] } }, missing: {} },
  'reply.text': { rule: 'the right of reply of every inspection (docs/domain/report.md)' },
  'obstruction.subtitle': { fact: 'access was refused', recorded: refusedAccess, missing: {} },
  'obstruction.statement': { fact: 'access was refused', recorded: refusedAccess, missing: {} },
  'obstruction.clauses': { rule: 'a heading over the clauses of the agreement' },
  'obstruction.reason': {
    fact: 'access was refused, a sample open',
    recorded: { input: { ...refusedAccess.input, samples: [open] } },
    missing: { input: { samples: [open] } },
  },
  'obstruction.noSettlement': {
    fact: 'access was refused, nothing decided',
    recorded: { input: { ...refusedAccess.input, settled: ok(settled) } },
    missing: money({}),
  },
  'obstruction.reply': { rule: 'the right of reply of every inspection (docs/domain/report.md)' },
  'signature.inspectorText': {
    fact: 'the certificate that signs',
    recorded: { signer: 'Éloïse D’Hondt' },
    missing: { signer: null },
  },
  'signature.inspectorDraft': {
    fact: 'nobody signs',
    recorded: { signer: null },
    missing: { signer: 'Éloïse D’Hondt' },
  },
  'signature.supervisorText': { rule: 'an empty frame' },
  'signature.acknowledgement': {
    fact: 'outcome SIGNED',
    recorded: by(signedByHand),
    missing: by(refusedToSign),
  },
  'signature.image': { fact: 'outcome SIGNED', recorded: by(signedByHand), missing: by(refusedToSign) },
  'signature.outcome.REFUSED': {
    fact: 'outcome REFUSED',
    recorded: by(refusedToSign),
    missing: by(signedByHand),
  },
  'signature.outcome.ABSENT': { fact: 'outcome ABSENT', recorded: by(ABSENT), missing: by(refusedToSign) },
  'signature.outcome.UNABLE': { fact: 'outcome UNABLE', recorded: by(UNABLE), missing: by(ABSENT) },
  'signature.outcome.REPLY_LATER': { fact: 'outcome REPLY_LATER', recorded: by(LATER), missing: by(UNABLE) },
  'signature.replyDays': { fact: 'outcome REPLY_LATER', recorded: by(LATER), missing: by(UNABLE) },
  'signature.copyWay.NONE': {
    fact: 'copy NONE',
    recorded: by(LATER),
    missing: by({ ...LATER, copy: 'LEFT' }),
  },
  'signature.copyWay.POST': {
    fact: 'copy POST',
    recorded: by({ ...LATER, copy: 'POST' }),
    missing: by(LATER),
  },
  'signature.copyTo.POST': {
    fact: 'copy POST, with an address',
    recorded: by({ ...LATER, copy: 'POST', copyTo: 'Rue A' }),
    missing: by(LATER),
  },
  'signature.copyTo.EMAIL': {
    fact: 'copy EMAIL, with an address',
    recorded: by({ ...LATER, copy: 'EMAIL', copyTo: 'a@b' }),
    missing: by(LATER),
  },
  'signature.pending': { fact: 'no acknowledgement yet', recorded: {}, missing: by(signedByHand) },
  'photo.unreadable': {
    fact: 'a photo that cannot be drawn',
    recorded: {},
    missing: { input: { printable: new Set() } },
  },
  'projection.indicative': {
    fact: 'no clause, no notice or not applied',
    recorded: money({}),
    missing: money({ samples: [applied], convention: withClause(convention) }),
  },
  'projection.open': {
    fact: 'appliedOn is null',
    recorded: money({
      samples: [checkedSample({}, { ...notified, appliedOn: null })],
      convention: withClause(convention),
    }),
    missing: money({ samples: [applied], convention: withClause(convention) }),
  },
  'projection.applied': {
    fact: 'appliedOn, clause and notices',
    recorded: money({ samples: [applied], convention: withClause(convention) }),
    missing: money({}),
  },
  'sample.redraw': {
    fact: 'lines were drawn',
    recorded: money({}),
    missing: money({ samples: [checkedSample({ method: 'EXHAUSTIVE' })] }),
  },
  'sample.noErrors': {
    fact: 'evaluated, every line accepted as declared',
    recorded: money({ samples: [unmarked] }),
    missing: money({}),
  },
  'sample.notEvaluated': {
    fact: 'the evaluation failed',
    recorded: money({ samples: [open] }),
    missing: money({}),
  },
  'settlement.intro': {
    fact: 'settledOn of the decision, or the day it was computed',
    recorded: money({}),
    missing: {},
  },
  'settlement.notComputed': {
    fact: 'the settlement failed',
    recorded: money({ settled: err('settlement.empty') }),
    missing: money({}),
  },
  'settlement.leftOutIntro': { rule: 'stands over the amounts that the settlement left out' },
}
