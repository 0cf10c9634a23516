import { err, type Result } from '#domain/result.ts'
import { layoutReport } from '#main/pdf/layout-report.ts'
import type { LaidOutReport, LayoutRequest } from '#main/pdf/layout-request.ts'

/** One report per process: pdfmake keeps fonts and images for good. What went wrong stays here: it may quote the report. */
async function answer(request: LayoutRequest): Promise<Result<LaidOutReport>> {
  try {
    return await layoutReport(request.model, request.images, request)
  } catch {
    return err('pdf.layout-failed')
  }
}

/** Electron's utility process speaks through `parentPort`; a plain Node child (tests) through its own channel. */
const { parentPort } = process as { parentPort?: Electron.ParentPort }
if (parentPort) {
  parentPort.once('message', ({ data }) => {
    void answer(data as LayoutRequest).then((result) => parentPort.postMessage(result))
  })
} else {
  process.once('message', (request) => {
    void answer(request as LayoutRequest).then((result) => process.send?.(result))
  })
}
