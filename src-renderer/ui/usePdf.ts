import type { PDFDocumentLoadingTask, PDFPageProxy } from 'pdfjs-dist'
import PdfWorkerThread from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker'
import { useEffect, useState } from 'react'
import { err, ok, type Result } from '#domain/result.ts'

export interface PdfPages {
  readonly pages: readonly PDFPageProxy[]
}

/**
 * Opens a PDF with its own worker thread; both go when the bytes change or the view closes. Null while opening.
 * Error: `report.pdf-unreadable`.
 */
export function usePdf(bytes: Uint8Array): Result<PdfPages> | null {
  const [opened, setOpened] = useState<{ readonly of: Uint8Array; readonly result: Result<PdfPages> } | null>(
    null,
  )
  useEffect(() => {
    const closing = new AbortController()
    const thread = new PdfWorkerThread()
    let task: PDFDocumentLoadingTask | undefined
    void openPdf(bytes, thread, (started) => (task = started)).then((result) => {
      if (!closing.signal.aborted) setOpened({ of: bytes, result })
    })
    return () => {
      closing.abort()
      void task?.destroy().finally(() => thread.terminate())
      if (!task) thread.terminate()
    }
  }, [bytes])
  return opened?.of === bytes ? opened.result : null
}

async function openPdf(
  bytes: Uint8Array,
  thread: Worker,
  onStart: (task: PDFDocumentLoadingTask) => void,
): Promise<Result<PdfPages>> {
  try {
    const { getDocument, PDFWorker } = await import('pdfjs-dist/legacy/build/pdf.mjs')
    const task = getDocument({
      // A copy: the worker takes the bytes it is given away from the page.
      data: bytes.slice(),
      worker: new PDFWorker({ port: thread as unknown as null }),
      isEvalSupported: false,
      useWorkerFetch: false,
      useSystemFonts: false,
    })
    onStart(task)
    const pdf = await task.promise
    const numbers = Array.from({ length: pdf.numPages }, (_, at) => at + 1)
    return ok({ pages: await Promise.all(numbers.map((number) => pdf.getPage(number))) })
  } catch {
    return err('report.pdf-unreadable')
  }
}
