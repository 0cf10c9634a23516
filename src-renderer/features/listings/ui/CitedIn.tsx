import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding, LinkedRow } from '#domain/finding/finding.ts'
import { findingLabel } from '#domain/finding/numbering.ts'
import classes from '#renderer/features/listings/ui/detail.module.css'
import type { Citing } from '#renderer/features/listings/ui/pane-props.ts'

interface Props {
  readonly row: LinkedRow
  readonly findings: readonly Finding[]
  readonly citing: Citing
}

/** The findings that cite a row: each leads to its form, and can let the row go. */
export function CitedIn({ row, findings, citing }: Props): React.JSX.Element | null {
  const { t } = useTranslation('listing')
  const { onRemove } = citing
  if (findings.length === 0) return null
  return (
    <section className={classes['part']} aria-labelledby="row-cited">
      <h3 id="row-cited">{t('cited.title', { count: findings.length })}</h3>
      <ul className={classes['cited']}>
        {findings.map((finding) => (
          <li key={finding.id}>
            <Button size="compact-sm" variant="subtle" onClick={() => citing.onOpen(finding.id)}>
              <span className="code">{findingLabel(finding.number)}</span>
              <span className={classes['citedTitle']}>{finding.title || t('cited.untitled')}</span>
            </Button>
            {onRemove && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('cited.remove', { row: row.label, finding: findingLabel(finding.number) })}
                onClick={() => onRemove(finding, [row])}
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
