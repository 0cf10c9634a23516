import { ActionIcon, Button, UnstyledButton } from '@mantine/core'
import { IconTablePlus, IconX } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_ROWS, type Finding, type LinkedRow } from '#domain/finding/finding.ts'
import { removeRows } from '#renderer/features/findings/commands/cite-rows.ts'
import classes from '#renderer/features/findings/ui/Findings.module.css'
import { trackSave } from '#renderer/ui/save-status.ts'

interface Props {
  readonly finding: Finding
  readonly readOnly: boolean
  /** Lead to a row in its listing, and to the listings to pick more. */
  readonly onShowRow: (row: LinkedRow) => void
  readonly onPickRows: () => void
}

/** The rows of listings that a finding speaks of: file number and line, never a name. */
export function LinkedRows({ finding, readOnly, onShowRow, onPickRows }: Props): React.JSX.Element {
  const { t } = useTranslation(['finding', 'common'])
  const remove = (row: LinkedRow): void => {
    void trackSave(removeRows(finding.id, [row]))
  }
  return (
    <section className={classes['block']} aria-labelledby="finding-rows">
      <h3 id="finding-rows">{t('rows', { count: finding.rows.length })}</h3>
      {finding.rows.length === 0 && <p className={classes['quiet']}>{t('no-rows')}</p>}
      <ul className={classes['rows']}>
        {finding.rows.map((row) => (
          <li key={`${row.listing}-${row.line}`} className="tabular">
            <UnstyledButton className={classes['rowLink'] ?? ''} onClick={() => onShowRow(row)}>
              <span className="code">{row.label || row.line}</span>
            </UnstyledButton>
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
      {!readOnly && (
        <Button
          size="xs"
          variant="default"
          className={classes['pick'] ?? ''}
          leftSection={<IconTablePlus size={16} aria-hidden />}
          disabled={finding.rows.length >= MOST_ROWS}
          onClick={onPickRows}
        >
          {t('pick-rows')}
        </Button>
      )}
      {finding.rows.length >= MOST_ROWS && (
        <p className={classes['quiet']}>{t('errors.too-many-rows', { most: MOST_ROWS, free: 0 })}</p>
      )}
    </section>
  )
}
