import { Skeleton } from '@mantine/core'
import { useMemo } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { columnTitle, visibleColumnsOf } from '#domain/listing/columns.ts'
import type { ListingRow } from '#domain/listing/listing.ts'
import type { Result } from '#domain/result.ts'
import type { SampledRows } from '#renderer/features/checking/queries/use-sampled-rows.ts'
import classes from '#renderer/features/checking/ui/flash.module.css'
import { useNamed } from '#renderer/features/checking/ui/use-named.ts'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { cellFormatter } from '#renderer/ui/format-cell.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'
import { useRuleText } from '#renderer/ui/useRuleText.ts'

interface Props {
  readonly rows: Result<SampledRows> | null
  readonly lineId: string
}

/** The row of the listing that a line is: what rules say of it, and all its cells but who the person is. */
export function LineFacts({ rows, lineId }: Props): React.JSX.Element {
  const { t } = useTranslation('checking')
  const named = useNamed()
  if (rows === null) return <Skeleton height={200} aria-label={t('facts.loading')} />
  if (!rows.ok) return <ErrorNotice error={named(rows.error)} />
  const row = rows.value.rows.get(lineId)
  if (!row) return <p className={classes['quiet']}>{t('facts.missing')}</p>
  return <Facts sampled={rows.value} row={row} />
}

function Facts({ sampled, row }: { readonly sampled: SampledRows; readonly row: ListingRow }) {
  const { t } = useTranslation(['checking', 'common'])
  const say = useRuleText(sampled.listing)
  const columns = useShownColumns(sampled)
  return (
    <>
      <p className={classes['quiet']}>
        {t('facts.place', { listing: t(`common:listing.${sampled.listing}`), line: row.line })}
      </p>
      {row.marks.length > 0 && (
        <ul className={classes['marks']}>
          {row.marks.map((mark) => (
            <li key={`${mark.rule} ${mark.columns.join()}`}>{say(mark)}</li>
          ))}
        </ul>
      )}
      <dl className={classes['cells']}>
        {columns.map(({ id, title, at, format }) => (
          <div key={id}>
            <dt>{title}</dt>
            <dd>{format(row.cells[at] ?? null) || '–'}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function useShownColumns({ listing, columns }: SampledRows) {
  const { t } = useTranslation('common')
  const language = useLanguage()
  return useMemo(() => {
    const words = { yes: t('yes'), no: t('no') }
    return visibleColumnsOf(listing).flatMap((column) => {
      const at = columns.indexOf(column.id)
      const format = cellFormatter(column.type, language, words)
      return at < 0 ? [] : [{ id: column.id, title: columnTitle(column, language), at, format }]
    })
  }, [listing, columns, language, t])
}
