import { useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '#domain/result.ts'
import { useSignedVersion } from '#renderer/features/report/queries/use-signed-version.ts'
import classes from '#renderer/features/report/ui/Report.module.css'
import { SignedSteps } from '#renderer/features/report/ui/SignedSteps.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { RefusalNotice } from '#renderer/ui/RecordTransfer.tsx'

/** After signing: how far the version is on its way to the supervisor, and what may be done with it. */
export function HandInPanel({ inspectionId }: { readonly inspectionId: string }): React.JSX.Element | null {
  const { t } = useTranslation('report')
  const signed = useSignedVersion(inspectionId)
  const [failure, setFailure] = useState<AppError | null>(null)
  if (signed === null) return null
  const { handedIn, report } = signed
  return (
    <section className={classes['panel']} aria-labelledby="hand-in-title">
      <h2 id="hand-in-title">{t('hand-in.title')}</h2>
      <p role="status" className={classes['state']}>
        {t(`hand-in.${handedIn?.state ?? 'open'}`, { version: report.version })}
      </p>
      {handedIn?.state === 'refused' && <RefusalNotice refused={handedIn.refused} />}
      <div className={classes['buttons']}>
        <SignedSteps signed={signed} onFailure={setFailure} />
      </div>
      {failure && <ErrorNotice error={failure} onClose={() => setFailure(null)} />}
    </section>
  )
}
