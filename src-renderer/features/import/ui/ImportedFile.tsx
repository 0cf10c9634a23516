import type React from 'react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListingRow } from '#domain/listing/listing.ts'
import classes from '#renderer/features/import/ui/import.module.css'
import { RejectedTable } from '#renderer/features/import/ui/RejectedTable.tsx'
import { useRuleName } from '#renderer/ui/useRuleText.ts'
import type { ReadFile } from '#renderer/features/import/worker/start-import.ts'
import { MarkChip } from '#renderer/ui/chips.tsx'
import { formatCount } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly file: ReadFile
}

/** What one file holds: how it was read, counts, refused rows, and what rules find suspicious. */
export function ImportedFile({ file }: Props): React.JSX.Element {
  const { t } = useTranslation('mapping')
  const { encoding, separator, fileName } = file.source
  const sign = separator === '\t' ? t('import.tab') : separator
  return (
    <section className={classes['file']}>
      <h3>
        {t(`common:listing.${file.listing}`)} <span className="code">{fileName}</span>
      </h3>
      <p className={classes['quiet']}>{t('import.form', { encoding, separator: sign })}</p>
      <Counts file={file} />
      {file.unknownHeaders.length > 0 && (
        <p>{t('import.unknownHeaders', { headers: file.unknownHeaders.join(', ') })}</p>
      )}
      {file.totalLines.length > 0 && <p>{t('import.totalLines', { lines: file.totalLines.join(', ') })}</p>}
      <ByRule file={file} />
      {file.rejectedRows.length > 0 && (
        <>
          <h4>{t('import.rejected')}</h4>
          <div
            className={classes['fileRejected']}
            tabIndex={0}
            role="group"
            aria-label={t('import.rejected')}
          >
            <RejectedTable listing={file.listing} rows={file.rejectedRows} />
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
          <dt>{t(`import.counts.${name}`)}</dt>
          <dd>{formatCount(file[name], language)}</dd>
        </div>
      ))}
    </dl>
  )
}

function ByRule({ file }: Props) {
  const { t } = useTranslation('mapping')
  const language = useLanguage()
  const nameOf = useRuleName()
  const rules = useMemo(() => countRules(file.rows), [file.rows])
  if (rules.length === 0) return null
  return (
    <>
      <h4>{t('import.byRule')}</h4>
      <ul className={classes['byRule']}>
        {rules.map(({ mark, rows }) => (
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

type Mark = ListingRow['marks'][number]

/** How many marks each rule left, the most frequent first. */
function countRules(rows: readonly ListingRow[]): { mark: Mark; rows: number }[] {
  const counts = new Map<string, { mark: Mark; rows: number }>()
  for (const mark of rows.flatMap(({ marks }) => marks)) {
    const known = counts.get(mark.rule)
    if (known) known.rows++
    else counts.set(mark.rule, { mark, rows: 1 })
  }
  return [...counts.values()].sort((a, b) => b.rows - a.rows)
}
