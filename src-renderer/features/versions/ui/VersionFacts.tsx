import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { VersionItem } from '#renderer/db/package-versions.ts'
import classes from '#renderer/features/versions/ui/versions.module.css'
import { formatCount, formatMoment } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

/** Where a version comes from, when, by whom, and how much is in it. */
export function VersionFacts({ version }: { readonly version: VersionItem }): React.JSX.Element {
  const { t } = useTranslation(['version', 'common'])
  const language = useLanguage()
  const { from, madeAt, madeBy, files, counts } = version
  const origin = [
    t(`from.${from}`),
    ...(madeAt === null ? [] : [formatMoment(madeAt, language)]),
    ...(madeBy === null ? [] : [madeBy]),
  ]
  return (
    <div className={classes['facts']}>
      <p>{origin.join(' · ')}</p>
      {files.length > 0 && (
        <p>
          {t('files', { count: files.length })}{' '}
          <span className="code">{files.map(({ fileName }) => fileName).join(', ')}</span>
        </p>
      )}
      <ul className="tabular">
        {counts.map(({ listing, accepted, rejected }) => (
          <li key={listing}>
            {t(`common:listing.${listing}`)} {formatCount(accepted, language)}
            {rejected > 0 && <> ({t('rejected', { count: rejected })})</>}
          </li>
        ))}
      </ul>
    </div>
  )
}
