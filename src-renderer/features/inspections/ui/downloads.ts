import type { AppError } from '#domain/result.ts'

/** One download as the lists show it. */
export interface DownloadState {
  readonly running: boolean
  /** Bytes here, and all bytes; 0 of 0 before the list of pieces is known. */
  readonly done: number
  readonly of: number
  /** Why it stopped; what arrived is kept. */
  readonly failure: AppError | null
}

/** What a list may ask about packages; the frame answers. */
export interface DownloadActions {
  readonly states: Readonly<Record<string, DownloadState>>
  readonly start: (inspectionId: string, takeOver: boolean) => void
  readonly cancel: (inspectionId: string) => void
  /** Takes the failure of a stopped one away. */
  readonly dismiss: (inspectionId: string) => void
}
