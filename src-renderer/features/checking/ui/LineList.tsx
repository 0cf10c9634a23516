import { Button, SegmentedControl } from '@mantine/core'
import { IconFlagPlus, IconPlayerPlay } from '@tabler/icons-react'
import { useMemo } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import { linesShown } from '#renderer/features/checking/lines.ts'
import type { CheckBook } from '#renderer/features/checking/queries/use-checks.ts'
import {
  changeLook,
  FILTERS,
  type Filter,
  type Look,
} from '#renderer/features/checking/state/checking-view.ts'
import classes from '#renderer/features/checking/ui/checking.module.css'
import { LineGrid } from '#renderer/features/checking/ui/LineGrid.tsx'
import { formatCount } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly sample: InspectionSample
  readonly readOnly: boolean
  readonly book: CheckBook
  readonly look: Look
  readonly onCreateFinding: (lineIds: readonly string[]) => void
}

/** Every line of the sample, declared and accepted side by side; those without a result or in error alone. */
export function LineList(props: Props): React.JSX.Element {
  const { sample, readOnly, book, look } = props
  const { t } = useTranslation('checking')
  const { units } = sample
  const shown = useMemo(() => linesShown(units, book.checks, look.filter), [units, book.checks, look.filter])
  const untold = shown.filter(({ id }) => (book.checks.get(id)?.findingId ?? null) === null)
  const open = (lineId: string | null) => changeLook(sample, { view: 'flash', lineId })
  return (
    <>
      <div className={classes['tools']}>
        <FilterChoice {...props} />
        <span className={classes['spacer']} />
        {look.filter === 'wrong' && !readOnly && untold.length > 0 && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconFlagPlus size={16} aria-hidden />}
            onClick={() => props.onCreateFinding(untold.map(({ id }) => id))}
          >
            {t('finding.of-lines', { count: untold.length })}
          </Button>
        )}
        <Button
          size="xs"
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          onClick={() => open(look.lineId)}
        >
          {t('check-one-by-one')}
        </Button>
      </div>
      <LineGrid {...props} shown={shown} onOpen={open} />
    </>
  )
}

function FilterChoice({ sample, book, look }: Props): React.JSX.Element {
  const { t } = useTranslation('checking')
  const language = useLanguage()
  const count = (filter: Filter) =>
    formatCount(linesShown(sample.units, book.checks, filter).length, language)
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('filter.label')}
      value={look.filter}
      onChange={(filter) => changeLook(sample, { filter })}
      data={FILTERS.map((value) => ({ value, label: `${t(`filter.${value}`)} (${count(value)})` }))}
    />
  )
}
