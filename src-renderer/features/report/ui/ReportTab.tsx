import { Skeleton } from '@mantine/core'
import { IconFileOff } from '@tabler/icons-react'
import { useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Place } from '#domain/inspection/completeness.ts'
import { useReportFile } from '#renderer/features/report/queries/use-report-file.ts'
import { GapList } from '#renderer/features/report/ui/GapList.tsx'
import { HandInPanel } from '#renderer/features/report/ui/HandInPanel.tsx'
import { PreviewDialog } from '#renderer/features/report/ui/PreviewDialog.tsx'
import classes from '#renderer/features/report/ui/Report.module.css'
import { SignDialog } from '#renderer/features/report/ui/SignDialog.tsx'
import { SignPanel } from '#renderer/features/report/ui/SignPanel.tsx'
import { VersionList } from '#renderer/features/report/ui/VersionList.tsx'
import { VisitForm } from '#renderer/features/report/ui/VisitForm.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { RefusedRecord, useRecordChange, WaitingChip } from '#renderer/ui/RecordTransfer.tsx'
import { useKeptScroll } from '#renderer/ui/useKeptScroll.ts'

interface Props {
  readonly inspectionId: string
  readonly readOnly: boolean
  /** This laptop writes the inspection: a signed version may be handed in and withdrawn here. */
  readonly writes: boolean
  /** Leads to the field that lacks something, on this screen or another. */
  readonly onJump: (place: Place) => void
}

/** The end of the work: details of the visit, what is missing, reading, signing, signed versions. */
export function ReportTab({ inspectionId, readOnly, writes, onJump }: Props): React.JSX.Element {
  const { t } = useTranslation('report')
  const file = useReportFile(inspectionId)
  const change = useRecordChange('inspection', inspectionId)
  const [formRef, sideRef] = [useKeptScroll('visit'), useKeptScroll('report')]
  const [dialog, setDialog] = useState<'preview' | 'sign' | null>(null)
  if (file === undefined) return <Skeleton height={320} aria-label={t('loading')} />
  if (file === null) return <EmptyState icon={IconFileOff} title={t('absent')} />
  const close = (): void => setDialog(null)
  return (
    <div className={classes['frame']}>
      <div className={classes['panes']}>
        <section ref={formRef} className={classes['form']} aria-labelledby="visit-title">
          <h2 id="visit-title">
            {t('visit')} <WaitingChip change={change} />
          </h2>
          <RefusedRecord change={change} />
          <VisitForm inspection={file.inspection} readOnly={readOnly} />
        </section>
        <div ref={sideRef} className={classes['side']}>
          {!readOnly && (
            <SignPanel
              gaps={file.gaps}
              onPreview={() => setDialog('preview')}
              onSign={() => setDialog('sign')}
            >
              <GapList gaps={file.gaps} onJump={onJump} />
            </SignPanel>
          )}
          {writes && <HandInPanel inspectionId={inspectionId} />}
          <VersionList file={file} />
        </div>
      </div>
      {dialog === 'preview' && <PreviewDialog inspectionId={inspectionId} onClose={close} />}
      {dialog === 'sign' && <SignDialog inspection={file.inspection} onClose={close} />}
    </div>
  )
}
