import { IconFlag } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import classes from '#renderer/features/versions/ui/difference.module.css'
import { Chip } from '#renderer/ui/Chip.tsx'

/** The findings that cite a row which changes or vanishes; nothing when there are none. */
export function CitedBy({ findings }: { readonly findings: readonly string[] }): React.JSX.Element | null {
  const { t } = useTranslation('version')
  if (findings.length === 0) return null
  return (
    <span className={classes['cited']}>
      <Chip tone="orange" icon={IconFlag} plain>
        {t('cited-by', { findings: findings.join(', ') })}
      </Chip>
    </span>
  )
}
