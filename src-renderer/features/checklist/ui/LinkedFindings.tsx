import { UnstyledButton } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '#domain/finding/finding.ts'
import { findingLabel } from '#domain/finding/numbering.ts'
import classes from '#renderer/features/checklist/ui/Checklist.module.css'
import { SeverityChip } from '#renderer/ui/chips.tsx'

interface Props {
  readonly findings: readonly Finding[]
  readonly onOpen: ((findingId: string) => void) | undefined
}

/** The findings that speak of a point; each leads to its form where the screen offers one. */
export function LinkedFindings({ findings, onOpen }: Props): React.JSX.Element {
  const { t } = useTranslation('checklist')
  if (findings.length === 0) return <p className={classes['quiet']}>{t('no-findings')}</p>
  return (
    <ul className={classes['linked']}>
      {findings.map((finding) => (
        <li key={finding.id}>
          {onOpen ? (
            <UnstyledButton className={classes['linkedRow'] ?? ''} onClick={() => onOpen(finding.id)}>
              <LinkedFinding finding={finding} />
            </UnstyledButton>
          ) : (
            <div className={classes['linkedRow']}>
              <LinkedFinding finding={finding} />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

function LinkedFinding({ finding }: { readonly finding: Finding }): React.JSX.Element {
  const { t } = useTranslation('checklist')
  return (
    <>
      <span className="code">{findingLabel(finding.number)}</span>
      <span className={classes['linkedTitle']}>{finding.title || t('untitled')}</span>
      {!finding.positive && <SeverityChip severity={finding.severity} />}
    </>
  )
}
