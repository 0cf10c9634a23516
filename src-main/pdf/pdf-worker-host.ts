import { err, ok, type Result } from '#domain/result.ts'
import type { ReportModel } from '#domain/report/report-model.ts'
import type { Acknowledgement } from '#domain/report/acknowledgement.ts'
import type { GlyphRanges } from '#domain/report/signs.ts'
import type {
  LaidOutReport,
  PdfAnswer,
  PdfRequest,
  PrintImages,
  SignatureWish,
} from '#main/pdf/layout-request.ts'

/** A process that lays one report out: takes one request, gives one answer. */
export interface PdfProcess {
  send(request: PdfRequest): void
  onAnswer(listener: (answer: PdfAnswer) => void): void
  onExit(listener: () => void): void
  kill(): void
}

/** Starts a layout process; in the app `forkPdfUtility`, in tests a plain Node process. */
export type ForkPdf = () => PdfProcess

export interface PdfWorker {
  /**
   * Lays a report out in a process of its own, which ends with it.
   * Without `signature` a draft to read; with it, ready for `signPrepared`.
   * Errors: `pdf.layout-failed`, `pdf.worker-crashed`, `pdf.timed-out`.
   */
  layout(
    model: ReportModel,
    images: PrintImages,
    acknowledgement: Acknowledgement | null,
    signature?: SignatureWish | null,
  ): Promise<Result<LaidOutReport>>
  /** What the fonts of a report can draw. Errors: those of `layout`. */
  glyphs(): Promise<Result<GlyphRanges>>
}

/** Twenty times what a report of 500 pages took on a slow machine would be patience lost: two minutes. */
const PATIENCE_MS = 120_000

/** The door to the layout processes: one is started per report, so that memory and crashes stay outside main. */
export function startPdfWorker(fork: ForkPdf, patienceMs = PATIENCE_MS): PdfWorker {
  return {
    layout: (model, images, acknowledgement, signature = null) =>
      askOnce<LaidOutReport>(fork(), { model, images, acknowledgement, signature }, patienceMs),
    glyphs: () => askOnce<GlyphRanges>(fork(), 'glyphs', patienceMs),
  }
}

/** What comes back is an answer to what was asked. */
function askOnce<T>(process: PdfProcess, request: PdfRequest, patienceMs: number) {
  return new Promise<Result<T>>((resolve) => {
    const settle = (answer: Result<T>) => {
      clearTimeout(timer)
      process.kill()
      resolve(answer)
    }
    const timer = setTimeout(() => settle(err('pdf.timed-out', { seconds: patienceMs / 1000 })), patienceMs)
    process.onAnswer((answer) => settle(answer.ok ? ok(answer.value as T) : answer))
    process.onExit(() => settle(err('pdf.worker-crashed')))
    process.send(request)
  })
}
