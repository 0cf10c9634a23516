import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useMemo, useRef } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { formatEuros } from '#domain/money.ts'
import type { InspectionSample, LineCheck } from '#domain/sampling/inspection-sample.ts'
import type { SampleUnit } from '#domain/sampling/sample-record.ts'
import { lackOf, stateOf } from '#renderer/features/checking/line-result.ts'
import { tallyOf } from '#renderer/features/checking/lines.ts'
import type { CheckBook } from '#renderer/features/checking/queries/use-checks.ts'
import { changeLook, type Look } from '#renderer/features/checking/state/checking-view.ts'
import classes from '#renderer/features/checking/ui/checking.module.css'
import { STATE_LOOKS, StateChip } from '#renderer/features/checking/ui/StateChip.tsx'
import { useKeyHints } from '#renderer/ui/KeyHints.tsx'
import { pressed } from '#renderer/ui/keys.ts'
import { placeAfter } from '#renderer/ui/place-after.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

const ROW_HEIGHT = 32
const HEADER_HEIGHT = 32
const COLUMNS = [
  'no',
  'line',
  'part',
  'declared',
  'found',
  'accepted',
  'difference',
  'result',
  'cause',
] as const
const FIGURES: readonly string[] = ['declared', 'found', 'accepted', 'difference']

interface Props {
  readonly sample: InspectionSample
  readonly book: CheckBook
  readonly look: Look
  readonly shown: readonly SampleUnit[]
  readonly onOpen: (lineId: string) => void
}

const rowId = (place: number): string => `sample-line-${place}`

/** The lines as a grid: one Tab stop, arrows inside, Enter opens the line; only what is in sight is drawn. */
export function LineGrid({ sample, book, look, shown, onOpen }: Props): React.JSX.Element {
  const { t } = useTranslation('checking')
  const frame = useRef<HTMLDivElement>(null)
  const at = Math.max(
    0,
    shown.findIndex(({ id }) => id === look.lineId),
  )
  // The page is not built with the React Compiler, which is all this rule is about.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    scrollMargin: HEADER_HEIGHT,
  })
  useEffect(() => {
    if (frame.current) bringIntoSight(frame.current, at)
  }, [at])
  const places = useMemo(() => new Map(sample.units.map(({ id }, place) => [id, place + 1])), [sample.units])
  const current = shown[at]
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2)
    const move = pressed('table', event)
    const line = move ? shown[placeAfter(move.stroke, at, { page, last: shown.length - 1 })] : undefined
    if (pressed('sample', event) && current) onOpen(current.id)
    else if (line) changeLook(sample, { lineId: line.id })
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={frame}
      role="grid"
      tabIndex={0}
      className={classes['grid']}
      aria-label={t('lines')}
      aria-description={useKeyHints(['table', 'sample'])}
      aria-rowcount={shown.length + 2}
      aria-activedescendant={current ? rowId(places.get(current.id) ?? 0) : undefined}
      onKeyDown={onKeyDown}
    >
      <GridHead />
      <div role="rowgroup" style={{ height: shown.length * ROW_HEIGHT, position: 'relative' }}>
        {virtualizer.getVirtualItems().flatMap(({ index }) => {
          const unit = shown[index]
          if (!unit) return []
          const place = { place: places.get(unit.id) ?? 0, at: index, current: index === at }
          return <LineRow key={unit.id} {...place} {...{ unit, onOpen }} check={book.checks.get(unit.id)} />
        })}
      </div>
      {shown.length === 0 && <p className={classes['nothing']}>{t('no-lines')}</p>}
      <GridFoot {...tallyOf(shown, book.checks)} rows={shown.length} />
    </div>
  )
}

/** Header and foot cover a row each. */
function bringIntoSight(frame: HTMLElement, at: number): void {
  const top = at * ROW_HEIGHT
  const height = frame.clientHeight - 2 * ROW_HEIGHT - HEADER_HEIGHT
  if (top < frame.scrollTop) frame.scrollTop = top
  else if (top > frame.scrollTop + height) frame.scrollTop = top - height
}

function GridHead(): React.JSX.Element {
  const { t } = useTranslation('checking')
  return (
    <div role="rowgroup" className={classes['gridHead']}>
      <div role="row" aria-rowindex={1} className={classes['row']}>
        {COLUMNS.map((column) => (
          <div key={column} role="columnheader" data-figure={FIGURES.includes(column) || undefined}>
            {t(`column.${column}`)}
          </div>
        ))}
      </div>
    </div>
  )
}

interface RowProps {
  readonly unit: SampleUnit
  readonly place: number
  readonly check: LineCheck | undefined
  readonly at: number
  readonly current: boolean
  readonly onOpen: (lineId: string) => void
}

const LineRow = memo(function LineRow({ unit, place, check, at, current, onOpen }: RowProps) {
  const { t } = useTranslation('checking')
  const language = useLanguage()
  const euros = (cents: number | null | undefined) =>
    cents === null || cents === undefined ? '–' : formatEuros(cents, language)
  const state = stateOf(unit, check)
  const accepted = state === 'UNAVAILABLE' ? 0 : check?.accepted
  const isOpen = accepted === null || accepted === undefined
  const lack = lackOf(unit, check)
  const part = unit.part === 'SAMPLED' ? '' : t(`part.${unit.part}`)
  const told = lack ? t(`lack.${lack}`) : (check?.cause ?? '')
  const cells = [
    String(place),
    unit.id,
    [unit.stratum, part].filter((word) => word !== '').join(' · '),
    euros(unit.amount),
    euros(check?.found),
    euros(accepted),
    isOpen ? '–' : euros(accepted - unit.amount),
    <StateChip key="state" state={state} />,
    told,
  ]
  return (
    <div
      role="row"
      id={rowId(place)}
      aria-rowindex={at + 2}
      aria-selected={current}
      className={classes['row']}
      data-placed
      data-current={current || undefined}
      style={{ top: at * ROW_HEIGHT, borderInlineStartColor: `var(--tone-${STATE_LOOKS[state][1]})` }}
      onClick={() => onOpen(unit.id)}
    >
      {cells.map((cell, column) => (
        <div
          key={COLUMNS[column]}
          role="gridcell"
          data-figure={FIGURES.includes(COLUMNS[column] ?? '') || undefined}
          data-code={COLUMNS[column] === 'line' || undefined}
          data-lack={(COLUMNS[column] === 'cause' && lack !== null) || undefined}
          title={typeof cell === 'string' ? cell : undefined}
        >
          {cell}
        </div>
      ))}
    </div>
  )
})

interface FootProps extends ReturnType<typeof tallyOf> {
  readonly rows: number
}

/** Sums of the lines shown; found, accepted and difference are those of the checked ones. */
function GridFoot({ rows, declared, seen, found, accepted }: FootProps): React.JSX.Element {
  const { t } = useTranslation('checking')
  const language = useLanguage()
  const sums = [declared, found, accepted, accepted - seen].map((cents) => formatEuros(cents, language))
  const cells = ['', t('total'), '', ...sums, '', '']
  return (
    <div role="rowgroup" className={classes['gridFoot']}>
      <div role="row" aria-rowindex={rows + 2} className={classes['row']}>
        {cells.map((cell, column) => (
          <div
            key={COLUMNS[column]}
            role="gridcell"
            data-figure={FIGURES.includes(COLUMNS[column] ?? '') || undefined}
            title={cell}
          >
            {cell}
          </div>
        ))}
      </div>
    </div>
  )
}
