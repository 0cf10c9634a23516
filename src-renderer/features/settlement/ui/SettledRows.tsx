import { Checkbox } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { CostLine, SettledRow } from '#domain/settlement/settlement.ts'
import { trace, useSettlementLook } from '#renderer/features/settlement/state/settlement-view.ts'
import type { PartProps } from '#renderer/features/settlement/ui/part-props.ts'
import classes from '#renderer/features/settlement/ui/settlement.module.css'
import { useKeyHints } from '#renderer/ui/KeyHints.tsx'
import { pressed } from '#renderer/ui/keys.ts'
import { placeAfter } from '#renderer/ui/place-after.ts'

const ROW_HEIGHT = 28
/** Rows that PageUp and PageDown go over. */
const PAGE = 8
const COLUMNS = ['rows.row', 'total.declared', 'total.accepted', 'lines.difference', 'rows.cause'] as const

type Props = PartProps & { readonly line: CostLine }

/** The rows of a cost line: one Tab stop, arrows inside, only what is in sight is drawn; the current one is traced. */
export function SettledRows(props: Props): React.JSX.Element {
  const { line } = props
  const { t } = useTranslation('settlement')
  const reduced = useMemo(() => line.rows.filter(({ rejected }) => rejected > 0), [line])
  const [onlyReduced, setOnlyReduced] = useState(reduced.length > 0)
  const rows = onlyReduced ? reduced : line.rows
  return (
    <>
      <Checkbox
        size="xs"
        className={classes['filter'] ?? ''}
        label={t('rows.reduced', { count: reduced.length })}
        checked={onlyReduced}
        onChange={(event) => setOnlyReduced(event.currentTarget.checked)}
      />
      {rows.length === 0 ? (
        <p className={classes['quiet']}>{t('rows.none')}</p>
      ) : (
        <RowGrid {...props} rows={rows} />
      )}
    </>
  )
}

function RowGrid({ file, words, line, rows }: Props & { readonly rows: readonly SettledRow[] }) {
  const { t } = useTranslation('settlement')
  const { subject } = useSettlementLook(file.inspectionId)
  const chosen = subject?.kind === 'row' ? subject.row : null
  const at = rows.findIndex(({ row }) => row === chosen)
  const frame = useRef<HTMLDivElement>(null)
  // The page is not built with the React Compiler, which is all this rule is about.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    scrollMargin: ROW_HEIGHT,
  })
  useEffect(() => {
    if (frame.current && at >= 0) bringIntoSight(frame.current, at)
  }, [at])
  const choose = (place: number): void => {
    const row = rows[place]
    if (row) trace(file.inspectionId, { kind: 'row', line: line.line, row: row.row })
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const move = pressed('table', event)
    if (move === null) return
    choose(placeAfter(move.stroke, at, { page: PAGE, last: rows.length - 1 }))
    event.preventDefault()
  }
  return (
    <div
      ref={frame}
      role="grid"
      tabIndex={0}
      className={classes['rows']}
      aria-label={t('rows.title', { line: words.line(line.line) })}
      aria-description={useKeyHints(['table'])}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={at >= 0 ? `settled-row-${at}` : undefined}
      onKeyDown={onKeyDown}
    >
      <Head />
      <div role="rowgroup" style={{ height: rows.length * ROW_HEIGHT, position: 'relative' }}>
        {virtualizer.getVirtualItems().flatMap(({ index }) => {
          const row = rows[index]
          if (!row) return []
          return <Row key={row.row} {...{ row, words }} at={index} current={index === at} onChoose={choose} />
        })}
      </div>
    </div>
  )
}

/** The header covers a row. */
function bringIntoSight(frame: HTMLElement, at: number): void {
  const top = at * ROW_HEIGHT
  const height = frame.clientHeight - 2 * ROW_HEIGHT
  if (top < frame.scrollTop) frame.scrollTop = top
  else if (top > frame.scrollTop + height) frame.scrollTop = top - height
}

function Head(): React.JSX.Element {
  const { t } = useTranslation('settlement')
  return (
    <div role="rowgroup" className={classes['rowHead']}>
      <div role="row" aria-rowindex={1} className={classes['row']}>
        {COLUMNS.map((key) => (
          <div key={key} role="columnheader">
            {t(key)}
          </div>
        ))}
      </div>
    </div>
  )
}

interface RowProps extends Pick<PartProps, 'words'> {
  readonly row: SettledRow
  readonly at: number
  readonly current: boolean
  readonly onChoose: (at: number) => void
}

function Row({ row, words, at, current, onChoose }: RowProps): React.JSX.Element {
  const causes = [
    ...new Set(
      row.cuts.map(({ cause, findings }) => [words.cause(cause), ...findings.map(words.finding)].join(' ')),
    ),
  ]
  const cells = [
    row.row,
    words.euros(row.declared),
    words.euros(row.accepted),
    words.less(row.rejected),
    causes.join(', '),
  ]
  return (
    <div
      role="row"
      id={`settled-row-${at}`}
      aria-rowindex={at + 2}
      aria-selected={current}
      className={classes['row']}
      data-placed
      data-current={current || undefined}
      data-reduced={row.rejected > 0 || undefined}
      style={{ top: at * ROW_HEIGHT }}
      onClick={() => onChoose(at)}
    >
      {cells.map((cell, column) => (
        <div key={COLUMNS[column]} role="gridcell" title={cell}>
          {cell}
        </div>
      ))}
    </div>
  )
}
