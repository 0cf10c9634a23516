import { Pagination, SegmentedControl } from '@mantine/core'
import type React from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListingChanges } from '#renderer/features/versions/queries/find-difference.ts'
import type { Citations } from '#domain/finding/cite-rows.ts'
import { ChangedRows } from '#renderer/features/versions/ui/ChangedRows.tsx'
import classes from '#renderer/features/versions/ui/difference.module.css'
import { WholeRows } from '#renderer/features/versions/ui/WholeRows.tsx'

const KINDS = ['changed', 'added', 'removed'] as const
type Kind = (typeof KINDS)[number]

/** Rows on one page: a listing may differ in 50,000. */
const PAGE = 50

interface Props {
  readonly changes: ListingChanges
  readonly citations: Citations
}

/** The rows of one listing that differ, one kind at a time, page by page. */
export function ListingRows({ changes, citations }: Props): React.JSX.Element {
  const { t } = useTranslation('version')
  const kinds = KINDS.filter((kind) => changes[kind].length > 0)
  const [chosen, setChosen] = useState<Kind>(kinds[0] ?? 'changed')
  const [page, setPage] = useState(1)
  const pages = Math.ceil(changes[chosen].length / PAGE)
  const cut = <T,>(rows: readonly T[]): readonly T[] => rows.slice((page - 1) * PAGE, page * PAGE)
  const choose = (kind: string): void => {
    setChosen(kind as Kind)
    setPage(1)
  }
  const shared = { listing: changes.listing, citations }
  return (
    <div className={classes['rows']}>
      <SegmentedControl
        size="xs"
        aria-label={t('difference.kinds')}
        value={chosen}
        onChange={choose}
        data={kinds.map((kind) => ({ value: kind, label: `${t(`kind.${kind}`)} (${changes[kind].length})` }))}
      />
      {chosen === 'changed' ? (
        <ChangedRows {...shared} rows={cut(changes.changed)} />
      ) : (
        <WholeRows {...shared} kind={chosen} rows={cut(changes[chosen])} />
      )}
      {pages > 1 && (
        <Pagination
          size="sm"
          total={pages}
          value={page}
          onChange={setPage}
          getControlProps={(control) => ({ 'aria-label': t(`page.${control}`) })}
          getItemProps={(number) => ({ 'aria-label': t('page.number', { number }) })}
        />
      )}
    </div>
  )
}
