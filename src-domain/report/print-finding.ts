import { evidenceLabel, findingLabel } from '#domain/finding/numbering.ts'
import type { Evidence, Finding, LinkedRow } from '#domain/finding/finding.ts'
import { takenOn } from '#domain/finding/taken-on.ts'
import { groupBy } from '#domain/report/group-by.ts'
import type { Words } from '#domain/report/print-words.ts'
import type { ReportEvidence, ReportFinding } from '#domain/report/report-model.ts'

/** A finding in words; `section` is the code of the section it stands in. */
export function printFinding(
  finding: Finding,
  section: string,
  evidence: readonly Evidence[],
  words: Words,
): ReportFinding {
  const { title, positive, criterion, condition, cause, effect, recommendation, amount, pointCode } = finding
  return {
    number: findingLabel(finding.number),
    ...{ title, positive, section, pointCode, criterion, condition, cause, effect, recommendation, amount },
    nature: words.text(`nature.${finding.nature}`),
    severity: words.text(`severity.${finding.severity}`),
    rows: printRows(finding.rows, words),
    evidence: evidence
      .filter(({ findingId }) => findingId === finding.id)
      .map(({ number }) => evidenceLabel(number)),
  }
}

/** One text per listing: `Activités : A-0003 (ligne 4), A-0004 (ligne 5)`. */
function printRows(rows: readonly LinkedRow[], words: Words): string[] {
  return [...groupBy(rows, ({ listing }) => listing)].map(([listing, linked]) =>
    words.text('linkedRows', {
      listing: words.text(`listing.${listing}`),
      rows: linked.map(({ label, line }) => words.text('linkedRow', { label, line })).join(', '),
    }),
  )
}

/** One line of the evidence index. */
export function printEvidence(
  evidence: Evidence,
  findings: readonly Finding[],
  printable: ReadonlySet<string>,
  words: Words,
): ReportEvidence {
  const { fileName, caption, sha256, size, capturedFrom } = evidence
  const taken = takenOn(evidence)
  const finding = findings.find(({ id }) => id === evidence.findingId)
  return {
    number: evidenceLabel(evidence.number),
    ...{ fileName, caption, sha256, size },
    capturedOn: words.day(taken),
    capturedFrom: taken === null ? '' : words.text(`capturedFrom.${capturedFrom ?? 'INSPECTOR'}`),
    receivedOn: words.day(evidence.receivedOn),
    source: words.text(`source.${evidence.source}`),
    belongsTo: finding ? findingLabel(finding.number) : (evidence.line?.label ?? evidence.pointCode ?? ''),
    printed: printable.has(sha256),
  }
}
