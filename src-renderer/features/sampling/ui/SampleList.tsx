import { Button } from '@mantine/core'
import { IconDice5, IconLock, IconPlus } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { sampleLabel } from '#domain/finding/numbering.ts'
import { formatEuros } from '#domain/money.ts'
import type { SampleItem } from '#renderer/features/sampling/queries/use-samples.ts'
import { OpinionPart } from '#renderer/features/sampling/ui/OpinionPart.tsx'
import classes from '#renderer/features/sampling/ui/sampling.module.css'
import { Chip } from '#renderer/ui/Chip.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { formatCount } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly inspectionId: string
  readonly items: readonly SampleItem[]
  readonly readOnly: boolean
  readonly hasListings: boolean
  readonly onOpen: (id: string) => void
  readonly onDraw: () => void
}

const COLUMNS = ['number', 'name', 'listing', 'method', 'lines', 'amount', 'checked', 'state'] as const
const FIGURES: readonly string[] = ['lines', 'amount', 'checked']

/** The samples of an inspection; each leads to its sheet. */
export function SampleList({
  inspectionId,
  items,
  readOnly,
  hasListings,
  onOpen,
  onDraw,
}: Props): React.JSX.Element {
  const { t } = useTranslation('sampling')
  const draw = !readOnly && (
    <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={onDraw}>
      {t('list.draw')}
    </Button>
  )
  if (items.length === 0)
    return (
      <EmptyState
        icon={IconDice5}
        title={t('list.empty.title')}
        text={t(hasListings ? 'list.empty.text' : 'list.empty.no-listing')}
      >
        {hasListings && draw}
      </EmptyState>
    )
  return (
    <div className={classes['page']}>
      <div className={classes['head']}>
        <h2>{t('list.count', { count: items.length })}</h2>
        {draw}
      </div>
      <div className={classes['scroll']}>
        <table className={classes['samples']} aria-label={t('list.title')}>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" data-figure={FIGURES.includes(column) || undefined}>
                  {t(`list.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <SampleRow key={item.sample.id} item={item} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
        <OpinionPart inspectionId={inspectionId} items={items} />
      </div>
    </div>
  )
}

function SampleRow({ item, onOpen }: { readonly item: SampleItem; readonly onOpen: (id: string) => void }) {
  const { t } = useTranslation('sampling')
  const language = useLanguage()
  const { sample, lines, checked, replacedBy } = item
  const { population, source, definition } = sample
  const label = sampleLabel(sample.number)
  return (
    <tr>
      <th scope="row">
        <button type="button" className={classes['open']} onClick={() => onOpen(sample.id)}>
          <span className="code">{label}</span>
          <span className="visually-hidden">{t('list.open', { sample: label })}</span>
        </button>
      </th>
      <td>{sample.title || t('untitled')}</td>
      <td>{t(`common:listing.${source.listing}`)}</td>
      <td>{t(`method.${definition.method}`)}</td>
      <td data-figure>
        {t('list.lines-of', {
          lines: formatCount(lines, language),
          of: formatCount(population.count, language),
        })}
      </td>
      <td data-figure>{formatEuros(population.amount, language)}</td>
      <td data-figure>
        {t('list.checked-of', {
          checked: formatCount(checked, language),
          of: formatCount(lines, language),
        })}
      </td>
      <td>
        {replacedBy === null ? (
          <Chip plain tone="neutral" icon={IconLock}>
            {t('list.drawn')}
          </Chip>
        ) : (
          t('list.replaced-by', { sample: sampleLabel(replacedBy) })
        )}
      </td>
    </tr>
  )
}
