import { beforeAll, describe, expect, it } from 'vitest'
import { judge, judgeFolder, put } from '#test/main/judges.ts'
import { convention, inspection, sampleReport } from '#test/main/report-sample.ts'
import { signSample } from '#test/main/signing/signed-sample.ts'
import { openTestAuthority } from '#test/main/signing/test-authority.ts'

type Json = Record<string, unknown>
interface Stream {
  dict: Json
  data?: string
}
const folder = judgeFolder()
const objects = new Map<string, Json>()
const streams = new Map<string, Stream>()
let trailer: Json
let catalog: Json

/** Structural checks of PDF/A-3b (ISO 19005-3) on a signed report with a title that would break naive XML. */
beforeAll(async () => {
  const authority = await openTestAuthority()
  const name = { fr: 'A & B <C>', nl: 'A & B <C>' }
  const model = sampleReport({
    convention: { ...convention, partner: { ...convention.partner, name } },
    inspection: { ...inspection, inspectorName: 'É & <Î>' },
  })
  const { bytes } = await signSample(await authority.issue('É & <Î>'), model)
  const file = put(folder, 'a3.pdf', bytes)
  const { text } = judge(
    'qpdf',
    '--json',
    '--json-key=qpdf',
    '--json-stream-data=inline',
    '--decode-level=all',
    file,
  )
  const { qpdf } = JSON.parse(text) as { qpdf: [unknown, Record<string, { value?: Json; stream?: Stream }>] }
  for (const [key, { value, stream }] of Object.entries(qpdf[1])) {
    if (stream) streams.set(key.replace('obj:', ''), stream)
    else if (value) objects.set(key.replace('obj:', ''), value)
  }
  trailer = objects.get('trailer')!
  catalog = follow(trailer['/Root']) as Json
})

const follow = (value: unknown): unknown =>
  typeof value === 'string' && /^\d+ \d+ R$/.test(value) ? (objects.get(value) ?? streams.get(value)) : value
const dict = (value: unknown): Json => {
  const found = follow(value) as Json | Stream
  return 'dict' in found ? (found as Stream).dict : found
}
const list = (value: unknown) => (follow(value) as unknown[]).map(dict)
const dataOf = (value: unknown) => Buffer.from((follow(value) as Stream).data ?? '', 'base64')
const allDicts = () => [...objects.values(), ...Array.from(streams.values(), ({ dict: one }) => one)]

describe('PDF/A-3b', () => {
  it('has well-formed XMP that names part 3, level B, and the same title as Info', () => {
    const xmp = dataOf(catalog['/Metadata']).toString('utf8')
    expect(xmp).toMatch(/<pdfaid:part>3<\/pdfaid:part>/)
    expect(xmp).toMatch(/<pdfaid:conformance>B<\/pdfaid:conformance>/)
    expect(xmp).toContain('A &amp; B &lt;C&gt;')
    expect(xmp).not.toMatch(/&(?!amp;|lt;|gt;|quot;|apos;|#)/)
    expect(follow(dict(trailer['/Info'])['/Title'])).toMatch(/A & B <C>$/)
    expect(dict(catalog['/Metadata'])['/Filter']).toBeUndefined()
  })

  it('has an output intent with an RGB profile', () => {
    const [intent] = list(catalog['/OutputIntents'])
    expect(intent?.['/S']).toBe('/GTS_PDFA1')
    expect(dict(intent?.['/DestOutputProfile'])['/N']).toBe(3)
    expect(dataOf(intent?.['/DestOutputProfile']).subarray(36, 40).toString()).toBe('acsp')
  })

  it('has a file identifier, a language, and shows its title', () => {
    expect(trailer['/ID']).toHaveLength(2)
    expect(trailer['/Encrypt']).toBeUndefined()
    expect(String(catalog['/Lang'])).toContain('fr-BE')
    expect(dict(catalog['/ViewerPreferences'])['/DisplayDocTitle']).toBe(true)
  })

  it('associates its data as source, with type and date', () => {
    const [file] = list(catalog['/AF'])
    expect(file?.['/AFRelationship']).toBe('/Source')
    expect(String(file?.['/UF'])).toContain('constat-report.json')
    const embedded = dict(dict(file?.['/EF'])['/F'])
    expect(embedded['/Subtype']).toBe('/application/json')
    expect(dict(embedded['/Params'])['/ModDate']).toBeDefined()
  })

  it('has an appearance and the print flag on every annotation', () => {
    const widgets = allDicts().filter((one) => one['/Subtype'] === '/Widget')
    expect(widgets).toHaveLength(2)
    for (const widget of widgets) {
      expect(Number(widget['/F']) & 4).toBe(4)
      expect(dict(dict(widget['/AP'])['/N'])['/Subtype']).toBe('/Form')
    }
    const links = allDicts().filter((one) => one['/Subtype'] === '/Link')
    for (const link of links) expect(Number(link['/F']) & 4).toBe(4)
  })

  it('embeds every font with a map to Unicode', () => {
    const fonts = allDicts().filter((one) => one['/Type'] === '/Font' && one['/Subtype'] === '/Type0')
    expect(fonts.length).toBeGreaterThan(1)
    for (const font of fonts) {
      expect(font['/ToUnicode']).toBeDefined()
      const descendant = dict((follow(font['/DescendantFonts']) as unknown[])[0])
      expect(dict(descendant['/FontDescriptor'])['/FontFile2']).toBeDefined()
      expect(descendant['/CIDToGIDMap']).toBe('/Identity')
    }
  })

  it('has no script, action, encryption or foreign colour', () => {
    const text = JSON.stringify(allDicts())
    for (const forbidden of [
      '/JavaScript',
      '/Launch',
      '/DeviceCMYK',
      '/LZWDecode',
      '/OpenAction',
      '/Movie',
    ]) {
      expect(text).not.toContain(`"${forbidden}"`)
    }
  })

  it('has bookmarks for its chapters', () => {
    const titles = allDicts().map((one) => JSON.stringify(one['/Title']))
    expect(titles.some((title: string | undefined) => title?.includes('Synthèse'))).toBe(true)
    expect(titles.some((title: string | undefined) => title?.includes('Groupe cible'))).toBe(true)
  })
})
