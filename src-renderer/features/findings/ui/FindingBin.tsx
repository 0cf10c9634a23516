import { Button } from '@mantine/core'
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '#domain/finding/finding.ts'
import { findingLabel } from '#domain/finding/numbering.ts'
import classes from '#renderer/features/findings/ui/Findings.module.css'

interface Props {
  readonly findings: readonly Finding[]
  readonly readOnly: boolean
  readonly onRestore: (finding: Finding) => void
}

/** Deleted findings: kept, left out of the report, each can be taken out again. */
export function FindingBin({ findings, readOnly, onRestore }: Props): React.JSX.Element | null {
  const { t } = useTranslation('finding')
  if (findings.length === 0) return null
  return (
    <details className={classes['bin']}>
      <summary>
        <IconTrash size={16} aria-hidden /> {t('bin', { count: findings.length })}
      </summary>
      <ul>
        {findings.map((finding) => (
          <li key={finding.id}>
            <span className="code">{findingLabel(finding.number)}</span>
            <span className={classes['binTitle']}>{finding.title || t('untitled')}</span>
            {!readOnly && (
              <Button
                size="compact-sm"
                variant="subtle"
                leftSection={<IconArrowBackUp size={16} aria-hidden />}
                aria-label={t('restore-one', { number: findingLabel(finding.number) })}
                onClick={() => onRestore(finding)}
              >
                {t('restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
