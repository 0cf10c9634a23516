import { Button, Progress } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { Foot } from '#renderer/features/import/ui/Foot.tsx'
import classes from '#renderer/features/import/ui/import.module.css'
import type { StepProps } from '#renderer/features/import/ui/step-props.ts'

/** Files being read and judged, with the way out. */
export function JudgingStep({ flow: { done, of }, actions }: StepProps): React.JSX.Element {
  const { t } = useTranslation('mapping')
  const share = of === 0 ? 0 : Math.round((100 * done) / of)
  const text = of === 0 ? t('judging.preparing') : t('judging.reading', { share })
  return (
    <>
      <div className={classes['sheet']} role="status">
        <p className={classes['lead']}>{text}</p>
        <Progress value={share} size="sm" aria-label={text} />
      </div>
      <Foot said={t('judging.explained')}>
        <Button variant="default" data-autofocus onClick={actions.backToFiles}>
          {t('common:cancel')}
        </Button>
      </Foot>
    </>
  )
}
