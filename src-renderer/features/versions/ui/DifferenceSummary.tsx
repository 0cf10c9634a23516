import { IconFlag } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { ListingChanges } from '#renderer/features/versions/queries/find-difference.ts'
import type { Citations } from '#domain/finding/cite-rows.ts'
import { citedRows } from '#renderer/features/versions/cited-rows.ts'
import classes from '#renderer/features/versions/ui/difference.module.css'
import { Chip } from '#renderer/ui/Chip.tsx'
import { formatCount } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly listings: readonly ListingChanges[]
  readonly citations: Citations
}

/** For each listing how many rows are added, changed, removed, and how many of them findings cite. */
export function DifferenceSummary({ listings, citations }: Props): React.JSX.Element {
  const { t } = useTranslation(['version', 'common'])
  const language = useLanguage()
  const figure = (count: number): string => formatCount(count, language)
  return (
    <table className={classes['table']}>
      <caption className="visually-hidden">{t('summary.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('summary.listing')}</th>
          {(['added', 'changed', 'removed', 'unchanged'] as const).map((kind) => (
            <th key={kind} scope="col" data-figure>
              {t(`kind.${kind}`)}
            </th>
          ))}
          <th scope="col">{t('summary.cited')}</th>
        </tr>
      </thead>
      <tbody>
        {listings.map((changes) => {
          const cited = citedRows(changes, citations)
          return (
            <tr key={changes.listing}>
              <th scope="row">{t(`common:listing.${changes.listing}`)}</th>
              <td data-figure>{figure(changes.added.length)}</td>
              <td data-figure>{figure(changes.changed.length)}</td>
              <td data-figure>{figure(changes.removed.length)}</td>
              <td data-figure>{figure(changes.unchanged)}</td>
              <td>
                {cited > 0 && (
                  <Chip tone="orange" icon={IconFlag} plain>
                    {t('summary.cited-rows', { count: cited })}
                  </Chip>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
