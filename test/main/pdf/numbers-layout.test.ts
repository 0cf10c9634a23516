import { beforeAll, describe, expect, it } from 'vitest'
import { layoutReport } from '#main/pdf/layout-report.ts'
import type { ReportModel } from '#domain/report/report-model.ts'
import { err } from '#domain/result.ts'
import frSampling from '#resources/locales/fr/sampling.json' with { type: 'json' }
import frSettlement from '#resources/locales/fr/settlement.json' with { type: 'json' }
import nlSampling from '#resources/locales/nl/sampling.json' with { type: 'json' }
import nlSettlement from '#resources/locales/nl/settlement.json' with { type: 'json' }
import { judge, judgeFolder, put } from '#test/main/judges.ts'
import { checkedSample, decided, settled, valueOf } from '#test/main/numbers-sample.ts'
import { dutchReport, sampleReport } from '#test/main/report-sample.ts'

const folder = judgeFolder()
const checked = checkedSample()
const numbers = { samples: [checked], settled: { ok: true as const, value: settled }, decided }
const french = { ...numbers, areas: { sampling: frSampling, settlement: frSettlement } }
const dutch = { ...numbers, areas: { sampling: nlSampling, settlement: nlSettlement } }

/** The text of the laid-out report, blanks made plain and lines joined. */
async function printed(model: ReportModel, name: string): Promise<string> {
  const { bytes } = valueOf(await layoutReport(model, {}, { acknowledgement: null, signature: null }))
  const file = put(folder, name, bytes)
  return judge('pdftotext', '-layout', file, '-').text.replace(/\s+/g, ' ')
}

describe('the numbers in the PDF', () => {
  const model = sampleReport(french)
  let text: string

  beforeAll(async () => {
    text = await printed(model, 'numbers-fr.pdf')
  })

  it('prints what is needed to draw again: hash, seed, method, steps', () => {
    const { population, definition } = checked.sample
    for (const needed of [population.hash, definition.seed, 'Aléatoire simple', 'Dossier détruit par l’eau.'])
      expect(text).toContain(needed)
  })

  it('prints projection, limit, warnings, and that the projection is indicative', () => {
    const { projected, upperLimit } = model.samples[0]!.evaluation!
    const euros = (cents: number) =>
      new Intl.NumberFormat('fr-BE', { style: 'currency', currency: 'EUR' }).format(cents / 100)
    for (const cents of [projected, upperLimit!]) expect(text).toContain(euros(cents).replace(/\s/g, ' '))
    expect(text).toContain('(indicatif)')
    expect(text).toContain('Projection donnée à titre indicatif')
    expect(text).toContain('Réserves')
  })

  it('lists every line of the sample in an annex', () => {
    const annex = text.slice(text.lastIndexOf('Lignes des échantillons'))
    for (const { id } of checked.sample.units) expect(annex).toContain(id)
  })

  it('prints the settlement to its recovery', () => {
    expect(settled.settlement.recovery).toBeGreaterThan(0)
    expect(text).toMatch(/Montant à récupérer [\d ]+,\d\d €/)
    expect(text).toContain('unités non valables')
    expect(text).toContain('Le partenaire a été entendu.')
  })

  it('says what could not be evaluated or computed, and why', async () => {
    const missing = err('settlement.parameter-missing', { parameter: 'unitCosts P3', day: '2026-01-01' })
    const open = { ...checked, evaluation: err('sampling.results-missing', { count: 3, id: 'P-0001' }) }
    const words = await printed(sampleReport({ ...french, samples: [open], settled: missing }), 'open.pdf')
    expect(words).toContain('Échantillon non évalué. Lignes de l’échantillon sans résultat : 3')
    expect(words).toContain('Le décompte n’a pas été calculé.')
  })

  it('speaks Dutch', async () => {
    const words = await printed(dutchReport(dutch), 'numbers-nl.pdf')
    for (const word of [
      'Steekproef E-01',
      'Geprojecteerde fout',
      'Terug te vorderen bedrag',
      'Voorgestelde afrekening',
    ])
      expect(words).toContain(word)
    expect(words).not.toMatch(/Échantillon|Décompte|Montant/)
  })
})
