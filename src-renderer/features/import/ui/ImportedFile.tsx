import type React from 'react'
import { useTranslation } from 'react-i18next'
import { FormLine } from '#renderer/features/import/ui/FormLine.tsx'
import classes from '#renderer/features/import/ui/import.module.css'
import { Notices } from '#renderer/features/import/ui/Notices.tsx'
import { RejectedTable } from '#renderer/features/import/ui/RejectedTable.tsx'
import { useRuleName } from '#renderer/ui/useRuleText.ts'
import type { ReadFile } from '#renderer/features/import/worker/import-session.ts'
import { MarkChip } from '#renderer/ui/chips.tsx'
import { formatCount } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly file: ReadFile
}

/** What one listing holds: how its file was read, counts, refused rows, and what rules find suspicious. */
export function ImportedFile({ file }: Props): React.JSX.Element {
  const { t } = useTranslation('mapping')
  const { listing, from, fates, rejected } = file
  return (
    <section className={classes['file']}>
      <h3>
        {t(`common:listing.${listing}`)} {from && <span className="code">{from.file.fileName}</span>}
      </h3>
      {from ? <FormLine {...from} /> : <p className={classes['quiet']}>{t('result.again')}</p>}
      {fates && <p>{t('result.fates', { ...fates, already: fates['already-imported'] })}</p>}
      <Counts file={file} />
      {from && from.unknownHeaders.length > 0 && (
        <p>{t('result.unknownHeaders', { headers: from.unknownHeaders.join(', ') })}</p>
      )}
      {from && from.totalLines.length > 0 && (
        <p>{t('result.totalLines', { lines: from.totalLines.join(', ') })}</p>
      )}
      {from && <Notices listing={listing} notices={from.notices} />}
      <ByRule file={file} />
      {rejected.length > 0 && (
        <>
          <h4>{t('result.rejected')}</h4>
          <div
            className={classes['fileRejected']}
            tabIndex={0}
            role="group"
            aria-label={t('result.rejected')}
          >
            <RejectedTable listing={listing} rows={rejected} />
          </div>
        </>
      )}
    </section>
  )
}

function Counts({ file }: Props) {
  const { t } = useTranslation('mapping')
  const language = useLanguage()
  return (
    <dl className={classes['counts']}>
      {(['read', 'accepted', 'rejected', 'warned', 'suspicious'] as const).map((name) => (
        <div key={name}>
          <dt>{t(`result.counts.${name}`)}</dt>
          <dd>{formatCount(file.counts[name], language)}</dd>
        </div>
      ))}
    </dl>
  )
}

function ByRule({ file }: Props) {
  const { t } = useTranslation('mapping')
  const language = useLanguage()
  const nameOf = useRuleName()
  if (file.byRule.length === 0) return null
  return (
    <>
      <h4>{t('result.byRule')}</h4>
      <ul className={classes['byRule']}>
        {file.byRule.map(({ mark, rows }) => (
          <li key={mark.rule}>
            <span className="tabular">{formatCount(rows, language)}</span>
            <MarkChip severity={mark.severity} plain />
            <span>{nameOf(mark)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
