import type React from 'react'
import { useTranslation } from 'react-i18next'
import { columnOf, columnTitle } from '#domain/listing/columns.ts'
import type { ImportNotice } from '#domain/listing/import-notices.ts'
import type { ListingName } from '#domain/listing/listing.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly listing: ListingName
  readonly notices: readonly ImportNotice[]
}

/** What is said once of a file: no rows, columns that are absent, listings that it was not compared with. */
export function Notices({ listing, notices }: Props): React.JSX.Element {
  const { t } = useTranslation('mapping')
  const language = useLanguage()
  const titleOf = (id: string): string => {
    const column = columnOf(listing, id)
    return column ? columnTitle(column, language) : id
  }
  const namesIn = (notice: ImportNotice): string[] => {
    if (notice.kind === 'columns-absent') return notice.columns.map(titleOf)
    return notice.kind === 'not-compared' ? notice.listings.map((other) => t(`common:listing.${other}`)) : []
  }
  return (
    <>
      {notices.map((notice) => (
        <p key={notice.kind}>{t(`result.notice.${notice.kind}`, { names: namesIn(notice).join(', ') })}</p>
      ))}
    </>
  )
}
