import { IconCheck } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import dialog from '#renderer/features/report/ui/ReportDialog.module.css'

const STEPS = ['read', 'partner', 'seal'] as const

/** Where one is in the three steps of signing. */
export function StepList({ current }: { readonly current: number }): React.JSX.Element {
  const { t } = useTranslation('report')
  return (
    <ol className={dialog['steps']} aria-label={t('steps')}>
      {STEPS.map((step, at) => (
        <li key={step} aria-current={at === current ? 'step' : undefined}>
          <span className={dialog['stepNo']}>
            {at < current ? <IconCheck size={14} aria-hidden /> : at + 1}
          </span>
          {t(`step.${step}`)}
        </li>
      ))}
    </ol>
  )
}
