import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { layoutReport } from '#main/pdf/layout-report.ts'
import type { LaidOutReport } from '#main/pdf/layout-request.ts'
import { judge, judgeFolder, put } from '#test/main/judges.ts'
import {
  dutchReport,
  evidence,
  finding,
  findings,
  inspection,
  sampleReport,
  sha,
} from '#test/main/report-sample.ts'
import { DRAWING, refusedToSign, signedByHand } from '#test/main/signing/signed-sample.ts'

const folder = judgeFolder()
const signature = { signer: 'Éloïse D’Hondt', signedAt: '2026-11-23T15:04:05.000Z' }
const photo = fs.readFileSync('test/fixtures/pdf/photo-with-place.jpg')
const images = { [sha(1)]: photo, [sha(2)]: new Uint8Array([1, 2, 3]) }

async function layOut(
  ...[model, pictures = {}, acknowledgement = null, wish = null]: [
    ReturnType<typeof sampleReport>,
    Record<string, Uint8Array>?,
    (typeof signedByHand | null)?,
    (typeof signature | null)?,
  ]
): Promise<LaidOutReport> {
  const outcome = await layoutReport(model, pictures, { acknowledgement, signature: wish })
  if (!outcome.ok) throw new Error(outcome.error.code)
  return outcome.value
}

const words = (file: string) => judge('pdftotext', '-layout', file, '-').text
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('the layout of a report', () => {
  let laidOut: LaidOutReport
  let file: string

  beforeAll(async () => {
    laidOut = await layOut(sampleReport(), images)
    file = put(folder, 'draft.pdf', laidOut.bytes)
  })

  it('prints the chapters in order, in French', () => {
    const text = words(file)
    const headings = [
      'Synthèse',
      'Mandat et portée',
      'Contexte',
      'Méthode',
      'Déroulement',
      'Résultats par section',
    ]
    headings.push(
      'Indicateurs',
      'Résultats financiers',
      'Suivi',
      'Droit de réponse',
      'Conclusion',
      'Signatures',
    )
    const places = headings.map((heading, at) => text.lastIndexOf(`${at + 1} ${heading}`))
    expect(places.every((place) => place > 0)).toBe(true)
    expect([...places].sort((a, b) => a - b)).toEqual(places)
  })

  it('prints every finding, amount and hash, and no binned finding', () => {
    const text = words(file)
    const plain = text.replace(/[\u00a0\u202f]/g, ' ')
    for (const { title, binned } of findings) expect(text.includes(title)).toBe(!binned)
    expect(plain).toContain('1 265,35 €')
    expect(plain).toContain('1 307,85 €')
    for (const hex of [sha(1), sha(4), sha(80), sha(81)]) expect(text).toContain(hex)
  })

  it('says on every page that a draft is unsigned', () => {
    expect(words(file).match(/Projet non signé/g)?.length).toBeGreaterThanOrEqual(laidOut.pages)
  })

  it('embeds its data as JSON, and fonts as subsets that can be searched', () => {
    const json = `${folder}/data.json`
    judge('pdfdetach', '-savefile', 'constat-report.json', '-o', json, file)
    expect(JSON.parse(fs.readFileSync(json, 'utf8'))).toEqual(sampleReport())
    const fonts = judge('pdffonts', file).text.split('\n').slice(2, -1)
    expect(fonts.length).toBeGreaterThan(1)
    for (const font of fonts) expect(font).toMatch(/CID TrueType +Identity-H +yes yes yes/)
  })

  it('draws the photos without the place a camera wrote into them', () => {
    expect(photo.includes('GPS-TEST')).toBe(true)
    expect(Buffer.from(laidOut.bytes).includes('GPS-TEST')).toBe(false)
    expect(judge('pdfimages', '-list', file).text.match(/jpeg/g)).toHaveLength(1)
  })

  it('says of an image that can’t be drawn that its file is kept', () => {
    expect(words(file).replace(/\s+/g, ' ')).toContain('ne peut pas être imprimée')
  })

  it('gives equal bytes for equal input, also prepared for signing', async () => {
    const [one, two] = [await layOut(sampleReport(), images), await layOut(sampleReport(), images)]
    expect(hash(one.bytes)).toBe(hash(two.bytes))
    const prepared = [1, 2].map(() => layOut(sampleReport(), {}, signedByHand, signature))
    const [first, second] = await Promise.all(prepared)
    expect(hash(first!.bytes)).toBe(hash(second!.bytes))
  })

  it('speaks Dutch to a Dutch-speaking partner, with the Dutch form of amounts', async () => {
    const { bytes } = await layOut(dutchReport())
    const text = words(put(folder, 'nl.pdf', bytes)).replace(/[\u00a0\u202f]/g, ' ')
    for (const word of ['Inspectieverslag', 'Samenvatting', 'Handtekeningen', '€ 1.265,35']) {
      expect(text).toContain(word)
    }
    expect(text).not.toContain('Synthèse')
  })

  it('prints a refusal with its reason instead of a drawing', async () => {
    const { bytes } = await layOut(sampleReport(), {}, refusedToSign, signature)
    const text = words(put(folder, 'refused.pdf', bytes))
    expect(text).toContain('a refusé de signer')
    expect(text).toContain('consulter mon conseil')
    expect(text).not.toContain('Image d’une signature')
  })

  it('refuses a drawing without a stroke', async () => {
    const empty = { ...signedByHand, drawingSvg: DRAWING.replace(/<(path|circle).*>(?=<\/svg>)/, '') }
    const outcome = await layoutReport(sampleReport(), {}, { acknowledgement: empty, signature })
    expect(outcome).toEqual({ ok: false, error: { code: 'pdf.drawing-empty' } })
  })
})

describe('difficult texts', () => {
  it('replaces what the font can’t draw by a visible sign and counts it', async () => {
    const model = sampleReport({ inspection: { ...inspection, summary: 'Vu 👍🏽 le 東 ; e\u0301te\u0301.' } })
    const { bytes, replacedCharacters } = await layOut(model)
    expect(replacedCharacters).toBe(2)
    expect(words(put(folder, 'glyphs.pdf', bytes))).toMatch(/Vu □ le □.*été\./)
  })

  it('shows a control character as a sign that is missing, and drops nothing', async () => {
    const model = sampleReport({ inspection: { ...inspection, summary: 'Vu\u0007 le\u0085 東.' } })
    const { bytes, replacedCharacters } = await layOut(model)
    expect(replacedCharacters).toBe(3)
    expect(words(put(folder, 'controls.pdf', bytes))).toContain('Vu□ le□ □.')
  })

  it.each([
    ['the title of a finding', { findings: [finding(1, { title: 'Accueil 👍' })] }, signedByHand],
    ['the name of the inspector', { inspection: { ...inspection, inspectorName: '東 Anne' } }, signedByHand],
    ['the name of the partner’s representative', {}, { ...signedByHand, name: 'Jo 👍' }],
    ['the function of the representative', {}, { ...signedByHand, function: 'Chef 👍' }],
  ])('signs nothing with a sign that no font has in %s', async (_, change, acknowledgement) => {
    const outcome = await layoutReport(sampleReport(change), {}, { acknowledgement, signature })
    expect(outcome).toMatchObject({ ok: false, error: { code: 'pdf.name-unprintable' } })
    expect((await layoutReport(sampleReport(change), {}, { acknowledgement, signature: null })).ok).toBe(true)
  })

  it('signs nothing for a signer whose name no font can draw', async () => {
    const wish = { ...signature, signer: 'Ann مرحبا' }
    const outcome = await layoutReport(sampleReport(), {}, { acknowledgement: signedByHand, signature: wish })
    expect(outcome).toMatchObject({
      error: { code: 'pdf.name-unprintable', details: { sign: 'م (U+0645)' } },
    })
  })

  it('keeps 10,000 characters and words without end inside the page', async () => {
    const long = 'phrase assez longue pour remplir. '.repeat(300).slice(0, 10_000)
    const endless = 'Donaudampfschifffahrtsgesellschaft'.repeat(40)
    const change = { criterion: long, condition: endless, cause: long, title: endless.slice(0, 200) }
    const pieces = [evidence(1, { fileName: `${endless.slice(0, 190)}.jpg`, caption: endless.slice(0, 500) })]
    const model = sampleReport({ findings: [finding(1, change), finding(2)], evidence: pieces })
    const { bytes } = await layOut(model)
    const boxes = judge('pdftotext', '-bbox', put(folder, 'long.pdf', bytes), '-').text
    const edges = Array.from(
      boxes.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.]+)" yMax="([\d.]+)"/g),
    )
    expect(edges.length).toBeGreaterThan(1000)
    for (const [, left, top, right, bottom] of edges.map((edge) => edge.map(Number))) {
      expect(left).toBeGreaterThanOrEqual(55)
      expect(right).toBeLessThanOrEqual(541)
      expect(top).toBeGreaterThan(0)
      expect(bottom).toBeLessThan(842)
    }
  })
})
