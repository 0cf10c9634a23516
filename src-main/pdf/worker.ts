import { err, ok } from '#domain/result.ts'
import { layoutReport } from '#main/pdf/layout-report.ts'
import type { PdfAnswer, PdfRequest } from '#main/pdf/layout-request.ts'
import { readGlyphRanges } from '#main/pdf/render-pdf.ts'

/** One report per process: pdfmake keeps fonts and images for good. What went wrong stays here: it may quote the report. */
async function answer(request: PdfRequest): Promise<PdfAnswer> {
  try {
    if (request === 'glyphs') return ok(await readGlyphRanges())
    return await layoutReport(request.model, request.images, request)
  } catch {
    return err('pdf.layout-failed')
  }
}

/** Electron's utility process speaks through `parentPort`; a plain Node child (tests) through its own channel. */
const { parentPort } = process as { parentPort?: Electron.ParentPort }
if (parentPort) {
  parentPort.once('message', ({ data }) => {
    void answer(data as PdfRequest).then((result) => parentPort.postMessage(result))
  })
} else {
  process.once('message', (request) => {
    void answer(request as PdfRequest).then((result) => process.send?.(result))
  })
}
