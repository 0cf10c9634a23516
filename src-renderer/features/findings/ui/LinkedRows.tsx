import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding, LinkedRow } from '#domain/finding/finding.ts'
import { saveFinding } from '#renderer/features/findings/commands/save-finding.ts'
import classes from '#renderer/features/findings/ui/Findings.module.css'
import { trackSave } from '#renderer/ui/save-status.ts'

interface Props {
  readonly finding: Finding
  readonly readOnly: boolean
}

/** The rows of listings that a finding speaks of: file number and line, never a name. */
export function LinkedRows({ finding, readOnly }: Props): React.JSX.Element {
  const { t } = useTranslation(['finding', 'common'])
  const remove = (row: LinkedRow): void => {
    void trackSave(saveFinding(finding, { rows: finding.rows.filter((one) => one !== row) }))
  }
  return (
    <section className={classes['block']} aria-labelledby="finding-rows">
      <h3 id="finding-rows">{t('rows', { count: finding.rows.length })}</h3>
      {finding.rows.length === 0 && <p className={classes['quiet']}>{t('no-rows')}</p>}
      <ul className={classes['rows']}>
        {finding.rows.map((row) => (
          <li key={`${row.listing}-${row.line}`} className="tabular">
            <span className="code">{row.label}</span>
            <span className={classes['quiet']}>
              {t('row-place', { listing: t(`common:listing.${row.listing}`), line: row.line })}
            </span>
            {!readOnly && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('remove-row', { row: row.label })}
                onClick={() => remove(row)}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
