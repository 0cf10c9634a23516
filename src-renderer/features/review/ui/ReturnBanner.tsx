import { IconArrowBackUp } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Decision } from '#domain/report/report-version.ts'
import classes from '#renderer/features/review/ui/ReturnBanner.module.css'
import { formatMoment } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

/** Why the file came back: the first thing the inspector sees in it. */
export function ReturnBanner({
  reason,
  decision,
}: {
  readonly reason: string
  readonly decision: Decision | undefined
}): React.JSX.Element {
  const { t } = useTranslation('review')
  const language = useLanguage()
  return (
    <section className={classes['banner']} aria-labelledby="return-title">
      <IconArrowBackUp size={18} aria-hidden />
      <div>
        <strong id="return-title">
          {decision
            ? t('returned-by', {
                who: decision.decidedBy,
                version: decision.version,
                time: formatMoment(decision.decidedAt, language),
              })
            : t('returned')}
        </strong>
        <p>{reason}</p>
      </div>
    </section>
  )
}
