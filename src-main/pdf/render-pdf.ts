import { Buffer } from 'node:buffer'
import pdfmake from 'pdfmake'
import type { GlyphRanges } from '#domain/report/signs.ts'
import type { TDocumentDefinitions } from '#main/pdf/layout/pdf-types.ts'
import { FONT_FILES } from '#main/pdf/fonts.ts'
import { tableLayouts } from '#main/pdf/layout/theme.ts'

/** What the types of pdfmake 0.3.11 and pdfkit 0.19.1 leave out; both versions are pinned and tested. */
interface PdfKit extends PDFKit.PDFDocument {
  info: Record<string, unknown>
  _addInfo(): void
  provideFont(family: string, bold: boolean, italics: boolean): PdfKitFont
}
interface PdfKitFont {
  readonly font: { readonly characterSet: readonly number[] }
}
interface VirtualFiles {
  writeFileSync(name: string, bytes: Buffer): void
}

pdfmake.setFonts({ Main: { ...FONT_FILES } })
pdfmake.addTableLayouts(tableLayouts)
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => Object.values<string>(FONT_FILES).includes(path))

/** Makes bytes known to pdfmake as a file; process-wide, one more reason for a process per report. */
export function provideFile(name: string, bytes: Uint8Array): void {
  const { virtualfs } = pdfmake as unknown as { virtualfs: VirtualFiles }
  virtualfs.writeFileSync(name, Buffer.from(bytes))
}

/** Lays a definition out; pdfmake changes the definition, so each is used once. */
export async function renderPdf(definition: TDocumentDefinitions): Promise<Uint8Array> {
  const document = pdfmake.createPdf(definition)
  escapeXmp((await document.getStream()) as PdfKit)
  return new Uint8Array(await document.getBuffer())
}

/** pdfkit writes the Info values into the XMP packet as they are: `A & B` would be broken XML and no PDF/A. */
function escapeXmp(kit: PdfKit): void {
  const write = kit._addInfo.bind(kit)
  kit._addInfo = () => {
    const plain = kit.info
    kit.info = Object.fromEntries(Object.entries(plain).map(([key, value]) => [key, escapeXml(value)]))
    write()
    kit.info = plain
  }
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
/** What XML has no place for: controls and halves of pairs. */
const NO_XML = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu
const escapeXml = (value: unknown) =>
  typeof value === 'string'
    ? value.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? '').replace(NO_XML, '\ufffd')
    : value

/** What every style of the font can draw: the fonts themselves say it, and nothing else does. */
export async function readGlyphRanges(): Promise<GlyphRanges> {
  const definition: TDocumentDefinitions = { content: [], defaultStyle: { font: 'Main' } }
  const kit = (await pdfmake.createPdf(definition).getStream()) as PdfKit
  const [first, ...others] = [false, true].flatMap((bold) =>
    [false, true].map((italics) => new Set(kit.provideFont('Main', bold, italics).font.characterSet)),
  )
  const common = [...(first ?? [])].filter((codePoint) => others.every((font) => font.has(codePoint)))
  const ranges: GlyphRanges = []
  for (const codePoint of common.sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last?.[1] === codePoint - 1) last[1] = codePoint
    else ranges.push([codePoint, codePoint])
  }
  return ranges
}
