import { Buffer } from 'node:buffer'
import pdfmake from 'pdfmake'
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
  readonly font: { hasGlyphForCodePoint(codePoint: number): boolean }
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
const escapeXml = (value: unknown) =>
  typeof value === 'string' ? value.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? '') : value

/** Whether every style of the font can draw a character. */
export async function readGlyphCoverage(): Promise<(codePoint: number) => boolean> {
  const definition: TDocumentDefinitions = { content: [], defaultStyle: { font: 'Main' } }
  const kit = (await pdfmake.createPdf(definition).getStream()) as PdfKit
  const fonts = [false, true].flatMap((bold) =>
    [false, true].map((italics) => kit.provideFont('Main', bold, italics).font),
  )
  const known = new Map<number, boolean>()
  const ask = (codePoint: number): boolean => {
    const answer = fonts.every((font) => font.hasGlyphForCodePoint(codePoint))
    known.set(codePoint, answer)
    return answer
  }
  return (codePoint) => known.get(codePoint) ?? ask(codePoint)
}
