import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '#domain/result.ts'
import { readConvention } from '#renderer/db/packages.ts'
import type { ExportFormat } from '#renderer/features/listings/commands/export-cells.ts'
import { exportRows, type Export } from '#renderer/features/listings/commands/export-rows.ts'
import { useExportWords } from '#renderer/features/listings/ui/use-export-words.ts'

type State =
  | { readonly step: 'idle' }
  | { readonly step: 'writing'; readonly done: number; readonly of: number }
  | { readonly step: 'failed'; readonly error: AppError }

const IDLE: State = { step: 'idle' }

type Shown = Pick<Export, 'listing' | 'columns' | 'view'> & { readonly inspectionId: string }

/** One export at a time: how far it is, and its end. Leaving the listing cancels it. */
export function useExport({ inspectionId, listing, columns, view }: Shown) {
  const { t } = useTranslation('listing')
  const words = useExportWords(listing.listing)
  const [state, setState] = useState<State>(IDLE)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const start = async (format: ExportFormat) => {
    const controller = new AbortController()
    running.current = controller
    setState({ step: 'writing', done: 0, of: view.length })
    const convention = await readConvention(inspectionId)
    const sheetName = t(`common:listing.${listing.listing}`)
    const fileName = `${convention?.agreementNo ?? ''} ${sheetName}`.trim()
    const what: Export = { listing, columns, view, format, fileName, sheetName, words }
    const onProgress = (done: number, of: number) => setState({ step: 'writing', done, of })
    const saved = await exportRows(what, onProgress, controller.signal)
    if (controller.signal.aborted) return
    setState(saved.ok ? IDLE : { step: 'failed', error: saved.error })
  }
  const cancel = () => {
    running.current?.abort()
    setState(IDLE)
  }
  return { state, start: (format: ExportFormat) => void start(format), cancel, forget: () => setState(IDLE) }
}
