import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import type { Cursor } from '#renderer/features/listings/state/listings-view.ts'
import type { GridColumn } from '#renderer/features/listings/ui/grid-columns.ts'

export const ROW_HEIGHT = 32
export const HEADER_HEIGHT = 48
const OVERSCAN = 4

export interface GridSize {
  readonly rows: number
  readonly columns: readonly GridColumn[]
  /** Pixels that the sums cover at the bottom. */
  readonly foot: number
}

/** Pixels drawn beyond both sides, so that a small move shows nothing bare. */
const SIDE = 200

/** The scrolling of a grid: which rows and columns are drawn, and bringing the cursor into sight. */
export function useGrid({ rows, columns, foot }: GridSize, cursor: Cursor) {
  const frame = useRef<HTMLDivElement>(null)
  // The page is not built with the React Compiler, which is all this rule is about.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollMargin: HEADER_HEIGHT,
  })
  const { row, column } = cursor
  useEffect(() => {
    if (frame.current) bringIntoSight(frame.current, row, foot)
  }, [row, foot, rows])
  useEffect(() => {
    if (frame.current) bringColumnIntoSight(frame.current, columns, column)
  }, [column, columns])
  const pageOf = useCallback(() => {
    const height = (frame.current?.clientHeight ?? 0) - HEADER_HEIGHT - foot
    return Math.max(1, Math.floor(height / ROW_HEIGHT) - 1)
  }, [foot])
  const { shown, onScroll } = useColumnsInSight(columns, frame)
  return { frame, items: virtualizer.getVirtualItems(), shown, onScroll, pageOf }
}

/** The frozen columns and those in sight; the others are not drawn. */
function useColumnsInSight(columns: readonly GridColumn[], frame: RefObject<HTMLDivElement | null>) {
  const [span, setSpan] = useState({ from: 0, to: Infinity })
  const onScroll = useCallback(() => {
    const { scrollLeft = 0, clientWidth = 0 } = frame.current ?? {}
    const from = Math.floor(scrollLeft / SIDE - 1) * SIDE
    const to = Math.ceil((scrollLeft + clientWidth) / SIDE + 1) * SIDE
    setSpan((before) => (before.from === from && before.to === to ? before : { from, to }))
  }, [frame])
  const shown = useMemo(
    () => columns.filter(({ frozen, left, width }) => frozen || (left + width > span.from && left < span.to)),
    [columns, span],
  )
  return { shown, onScroll }
}

function bringIntoSight(frame: HTMLElement, row: number, foot: number) {
  if (row < 0) return
  const top = row * ROW_HEIGHT
  const shown = frame.clientHeight - HEADER_HEIGHT - foot
  if (top < frame.scrollTop) frame.scrollTop = top
  else if (top + ROW_HEIGHT > frame.scrollTop + shown) frame.scrollTop = top + ROW_HEIGHT - shown
}

function bringColumnIntoSight(frame: HTMLElement, columns: readonly GridColumn[], at: number) {
  const column = columns[at]
  if (!column || column.frozen) return
  const frozen = columns.reduce((sum, one) => sum + (one.frozen ? one.width : 0), 0)
  const right = column.left + column.width
  if (column.left - frozen < frame.scrollLeft) frame.scrollLeft = column.left - frozen
  else if (right > frame.scrollLeft + frame.clientWidth) frame.scrollLeft = right - frame.clientWidth
}
