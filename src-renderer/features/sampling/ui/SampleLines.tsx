import { ActionIcon } from '@mantine/core'
import { IconArrowsExchange, IconFileOff } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { formatEuros } from '#domain/money.ts'
import { isMus } from '#domain/sampling/definition.ts'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import type { SampleUnit } from '#domain/sampling/sample-record.ts'
import classes from '#renderer/features/sampling/ui/lines.module.css'
import { formatCount } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

const ROW_HEIGHT = 36

interface Props {
  readonly sample: InspectionSample
  /** Lines to be checked. */
  readonly count: number
  readonly mayChange: boolean
  readonly onAsk: (kind: 'REPLACE' | 'UNAVAILABLE', id: string) => void
}

/** The lines of a drawn sample; only those in sight are drawn on the screen. */
export function SampleLines({ sample, count, mayChange, onAsk }: Props): React.JSX.Element {
  const { t } = useTranslation('sampling')
  const language = useLanguage()
  const frame = useRef<HTMLDivElement>(null)
  const { units } = sample
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is memoised by hand
  const rows = useVirtualizer({
    count: units.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  })
  const amount = units.reduce((sum, unit) => (unit.part === 'REPLACED' ? sum : sum + unit.amount), 0)
  return (
    <section data-fill className={classes['lines']} aria-label={t('lines.title')}>
      <p className={classes['plain']}>
        <strong>{t('lines.count', { count, figure: formatCount(count, language) })}</strong>{' '}
        {t('lines.amount-of', { amount: formatEuros(amount, language) })}
      </p>
      <div
        ref={frame}
        role="table"
        aria-label={t('lines.title')}
        aria-rowcount={units.length + 1}
        className={classes['table']}
        tabIndex={0}
      >
        <div role="rowgroup">
          <div role="row" aria-rowindex={1} className={classes['lineHead']}>
            {(['id', 'stratum', 'amount', 'part', 'acts'] as const).map((column) => (
              <span key={column} role="columnheader" data-figure={column === 'amount' || undefined}>
                {column === 'acts' ? (
                  <span className="visually-hidden">{t('lines.acts')}</span>
                ) : (
                  t(`lines.${column}`)
                )}
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup" style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const unit = units[index]
            return unit ? (
              <Line
                key={unit.id}
                unit={unit}
                at={index}
                start={start}
                canReplace={unit.part === 'SAMPLED' && !isMus(sample.definition)}
                mayChange={mayChange}
                onAsk={onAsk}
              />
            ) : null
          })}
        </div>
      </div>
    </section>
  )
}

interface LineProps extends Pick<Props, 'mayChange' | 'onAsk'> {
  readonly unit: SampleUnit
  readonly at: number
  readonly start: number
  readonly canReplace: boolean
}

function Line({ unit, at, start, canReplace, mayChange, onAsk }: LineProps) {
  const { t } = useTranslation('sampling')
  const language = useLanguage()
  const { id, stratum, amount, part, picked, unavailable } = unit
  const marks = [
    t(`part.${part}`),
    ...(picked && part !== 'PICKED' ? [t('part.PICKED')] : []),
    ...(unavailable ? [t('part.unavailable')] : []),
  ]
  const isDrawn = part === 'SAMPLED' || part === 'EXHAUSTIVE'
  return (
    <div
      role="row"
      aria-rowindex={at + 2}
      className={classes['line']}
      data-replaced={part === 'REPLACED' || undefined}
      style={{ transform: `translateY(${start}px)` }}
    >
      <span role="cell" className="code">
        {id}
      </span>
      <span role="cell">{stratum}</span>
      <span role="cell" data-figure>
        {formatEuros(amount, language)}
      </span>
      <span role="cell">{marks.join(' · ')}</span>
      <span role="cell" className={classes['lineActs']}>
        {mayChange && isDrawn && !unavailable && (
          <>
            {canReplace && (
              <Act label={t('lines.replace', { id })} onClick={() => onAsk('REPLACE', id)}>
                <IconArrowsExchange size={16} aria-hidden />
              </Act>
            )}
            <Act label={t('lines.unavailable', { id })} onClick={() => onAsk('UNAVAILABLE', id)}>
              <IconFileOff size={16} aria-hidden />
            </Act>
          </>
        )}
      </span>
    </div>
  )
}

function Act(props: {
  readonly label: string
  readonly onClick: () => void
  readonly children: React.ReactNode
}) {
  return (
    <ActionIcon
      size={28}
      variant="subtle"
      aria-label={props.label}
      title={props.label}
      onClick={props.onClick}
    >
      {props.children}
    </ActionIcon>
  )
}
