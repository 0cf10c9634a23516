import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { OUTCOMES, type Acknowledgement, type Outcome } from '#domain/report/acknowledgement.ts'
import type { ReportInput } from '#domain/report/report-input.ts'
import type { ReportModel } from '#domain/report/report-model.ts'
import { layoutReport } from '#main/pdf/layout-report.ts'
import { judge, judgeFolder, put } from '#test/main/judges.ts'
import {
  controlGrid,
  convention,
  dutchReport,
  inspection,
  reportInput,
  sampleReport,
} from '#test/main/report-sample.ts'
import { refusedToSign, signedByHand } from '#test/main/signing/signed-sample.ts'

/** Where whole reports with every outcome are kept to be looked at; without it, short ones are made and judged. */
const KEPT = process.env['CONSTAT_REPORTS']
if (KEPT !== undefined) fs.mkdirSync(KEPT, { recursive: true })
const folder = KEPT ?? judgeFolder()
const signature = { signer: 'Éloïse D’Hondt', signedAt: '2026-11-23T15:04:05.000Z' }

const who = { name: 'Jürgen Van Nuñez', function: 'Directeur' }
const LONG = 'Une raison longue, dite avec beaucoup de mots. '.repeat(43).slice(0, 1999)
const given: Readonly<Record<Outcome, Acknowledgement>> = {
  SIGNED: signedByHand,
  REFUSED: { ...who, kind: 'REFUSED', reason: 'Je consulte d’abord mon conseil.', copy: 'NONE', copyTo: '' },
  ABSENT: { ...who, kind: 'ABSENT', remark: '', copy: 'LEFT', copyTo: 'Mme Peeters, à l’accueil' },
  UNABLE: {
    ...{ ...who, kind: 'UNABLE', reason: 'Poignet plâtré.', present: 'Anaïs Peeters, coordinatrice' },
    ...{ copy: 'EMAIL', copyTo: 'direction@example.org' },
  },
  REPLY_LATER: { ...who, kind: 'REPLY_LATER', remark: 'À lire avec le comptable.', copy: 'POST', copyTo: '' },
}

/** Two sections of the grid are enough to judge what is said of the partner. */
const short: Partial<ReportInput> =
  KEPT === undefined
    ? {
        grid: {
          ...controlGrid,
          sections: controlGrid.sections.filter(({ code }) => code === 'DUR' || code === 'INS'),
          points: controlGrid.points.filter(({ section }) => section === 'DUR' || section === 'INS'),
        },
        ...{ evidence: [], listings: [] },
      }
    : {}

async function read(name: string, model: ReportModel, acknowledgement: Acknowledgement): Promise<string> {
  const laidOut = await layoutReport(model, {}, { acknowledgement, signature })
  if (!laidOut.ok) throw new Error(laidOut.error.code)
  const file = put(folder, `${name}.pdf`, laidOut.value.bytes)
  const text = judge('pdftotext', '-layout', file, '-').text.replace(/\s+/g, ' ')
  expect(text).not.toMatch(/\b[A-Z]+_[A-Z]+\b|\{\{|\b(signature|obstruction|outcome|access)\.[A-Za-z]/)
  return text
}

const SENTENCES: Readonly<Record<Outcome, { readonly fr: string; readonly nl: string }>> = {
  SIGNED: { fr: 'Signature pour prise de connaissance', nl: 'Handtekening voor kennisneming' },
  REFUSED: { fr: 'a refusé de signer', nl: 'weigerde voor kennisneming te ondertekenen' },
  ABSENT: { fr: 'était absent lors de la signature', nl: 'was afwezig bij de ondertekening' },
  UNABLE: { fr: 'n’a pas été en mesure de signer', nl: 'was niet in staat' },
  REPLY_LATER: { fr: 'annoncé qu’il y répondra plus tard', nl: 'aangekondigd later te antwoorden' },
}
const FACTS: Readonly<Record<Outcome, readonly string[]>> = {
  SIGNED: ['Lu, sous réserve', 'Image d’une signature manuscrite'],
  REFUSED: ['Je consulte d’abord', 'Aucun exemplaire laissé'],
  ABSENT: ['Personne attendue Jürgen Van Nuñez', 'Laissé sur place : Mme Peeters, à l’accueil'],
  UNABLE: ['Poignet plâtré', 'Anaïs Peeters', 'À envoyer par courriel : direction@example.org'],
  REPLY_LATER: ['15 jours calendrier à compter de la réception', 'À envoyer par lettre recommandée'],
}

describe('what a report says of the partner', () => {
  it.each(OUTCOMES)(
    'is, with the outcome %s, its own sentence and what was recorded with it',
    async (kind) => {
      const french = await read(`fr-${kind}`, sampleReport(short), given[kind])
      const dutch = await read(`nl-${kind}`, dutchReport(short), given[kind])
      for (const outcome of OUTCOMES) {
        expect(french.includes(SENTENCES[outcome].fr)).toBe(outcome === kind)
        expect(dutch.includes(SENTENCES[outcome].nl)).toBe(outcome === kind)
      }
      const plain = french.replaceAll('\u00a0', ' ')
      for (const fact of FACTS[kind]) expect(plain).toContain(fact)
      for (const way of ['Laissé sur place', 'À envoyer par', 'Aucun exemplaire']) {
        expect(plain.includes(way)).toBe(FACTS[kind].some((fact) => fact.includes(way)))
      }
    },
  )

  it('says nothing of a copy in a refusal that recorded none', async () => {
    const text = await read('fr-earlier', sampleReport(short), refusedToSign)
    expect(text).toContain('consulter mon conseil')
    expect(text).not.toContain('Exemplaire')
  })

  it('prints long names and reasons whole', async () => {
    const long = { name: 'Ngozi-Éléonore '.repeat(8).slice(0, 119), function: 'Directrice '.repeat(10) }
    const text = await read('fr-long', sampleReport(short), {
      ...{ ...long, kind: 'UNABLE', reason: LONG, present: LONG },
      ...{ copy: 'POST', copyTo: 'Rue de l’Été 12, 1080 Molenbeek-Saint-Jean '.repeat(4).slice(0, 199) },
    })
    expect(text.split('Une raison longue').length - 1).toBe(86)
  })
})

describe('a report of obstruction', () => {
  const refused = {
    ...{ ...inspection, visitOutcome: 'ACCESS_REFUSED' as const, refusedAt: '09:30' },
    ...{ refusedBy: 'Jürgen Van Nuñez, directeur', refusedAccess: ['FILES' as const, 'PREMISES' as const] },
    refusalWords: 'Accès aux dossiers demandé ; réponse : « pas sans avocat ».',
    ...{ personsMet: '', summary: '', overallAssessment: null },
  }
  const input = { ...short, inspection: refused, answers: [], findings: [], evidence: [] }
  const clause = {
    number: '12.3',
    text: { fr: 'Le partenaire donne accès.', nl: 'De partner geeft toegang.' },
  }
  const access = {
    ...convention,
    sections: convention.sections.map((section) =>
      section.code === 'INS' ? { ...section, clauses: [{ ...clause, points: [] }] } : section,
    ),
  }

  it('tells what was refused, by whom, when, and what the convention says of it', async () => {
    const model = sampleReport({ ...input, convention: access })
    const text = await read('fr-obstruction', model, given.ABSENT)
    for (const fact of [
      ...['Rapport d’obstruction', 'Accès refusé à locaux, dossiers', '09:30', 'Jürgen Van Nuñez, directeur'],
      ...['pas sans avocat', '12.3 – Le partenaire donne accès.', 'Non examiné (accès refusé)'],
      ...['Points non examinés, l’accès ayant été refusé', 'observations sur le refus d’accès'],
    ]) {
      expect(text).toContain(fact)
    }
    for (const untrue of ['Non renseigné', 'Sans réponse', 'Aucun constat.', 'Témoins', 'réputé accepté']) {
      expect(text).not.toContain(untrue)
    }
  })

  it('speaks Dutch', async () => {
    const inDutch = dutchReport({ ...input, inspection: { ...refused, language: 'nl' }, convention: access })
    const text = await read('nl-obstruction', inDutch, given.REFUSED)
    for (const fact of [
      'Verslag van belemmering',
      'Geen toegang tot lokalen, dossiers',
      '12.3 – De partner',
    ]) {
      expect(text).toContain(fact)
    }
  })

  it('keeps the answers and the findings that there are', async () => {
    const { answers, findings } = reportInput(short)
    const some = answers.filter(({ pointCode }) => pointCode.startsWith('DUR'))
    const model = sampleReport({ ...input, answers: some, findings })
    const text = await read('fr-obstruction-partly', model, given.SIGNED)
    expect(text).toContain('Réponses')
    expect(text).toContain('réputé accepté')
  })
})
