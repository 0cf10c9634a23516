import type React from 'react'
import { useTranslation } from 'react-i18next'
import { DRAW_STEPS } from '#renderer/features/sampling/state/draw-draft.ts'
import { StepList } from '#renderer/ui/StepList.tsx'

/** The four steps of a sample, the lines last. */
export function Steps({ current }: { readonly current: number }): React.JSX.Element {
  const { t } = useTranslation('sampling')
  const names = [...DRAW_STEPS, 'lines'].map((name) => t(`step.${name}`))
  return <StepList label={t('step.label')} steps={names} current={current} />
}
