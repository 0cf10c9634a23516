import { Button, Skeleton } from '@mantine/core'
import { IconFileOff, IconFileText, IconPlayerPlay } from '@tabler/icons-react'
import type React from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Inspection } from '#domain/inspection/inspection.ts'
import { canTakeVersion, isEditable } from '#domain/inspection/state-machine.ts'
import type { AppError } from '#domain/result.ts'
import { startDownload } from '#renderer/app/downloads.ts'
import { FileHeader } from '#renderer/app/FileHeader.tsx'
import { FileTabs } from '#renderer/app/FileTabs.tsx'
import { FactsColumn } from '#renderer/app/FactsColumn.tsx'
import classes from '#renderer/app/InspectionScreen.module.css'
import { goTo, goWithin, type InspectionPlace, type Tab } from '#renderer/app/routes.ts'
import { startVisit } from '#renderer/features/inspections/commands/start-visit.ts'
import {
  isElsewhere,
  lastReturn,
  type InspectionRow,
} from '#renderer/features/inspections/inspection-rows.ts'
import { TakeOverDialog } from '#renderer/features/inspections/ui/TakeOverDialog.tsx'
import { useSignedVersion } from '#renderer/features/report/queries/use-signed-version.ts'
import { SignedSteps } from '#renderer/features/report/ui/SignedSteps.tsx'
import type { FileRecords } from '#renderer/features/review/history.ts'
import { useFile } from '#renderer/features/review/queries/use-file.ts'
import { ReturnBanner } from '#renderer/features/review/ui/ReturnBanner.tsx'
import { VersionNotice } from '#renderer/features/versions/ui/VersionNotice.tsx'
import { VersionsButton } from '#renderer/features/versions/ui/VersionsButton.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import { SavedAt } from '#renderer/ui/SavedAt.tsx'
import { trackSave } from '#renderer/ui/save-status.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly place: InspectionPlace
  readonly row: InspectionRow | undefined
  readonly deviceId: string
}

/** The inspector's work on one inspection: header, tabs, and what is saved when. */
export function InspectionScreen({ place, row, deviceId }: Props): React.JSX.Element {
  const file = useFile(place.inspectionId)
  if (file === undefined) return <Skeleton height={120} m="md" />
  if (file === null) return <Absent />
  const elsewhere = row !== undefined && isElsewhere(row, deviceId) ? row : null
  return <Work place={place} file={file} elsewhere={elsewhere} />
}

interface WorkProps {
  readonly place: InspectionPlace
  readonly file: FileRecords
  /** Its line in the list when another laptop writes it. */
  readonly elsewhere: InspectionRow | null
}

function Work({ place, file, elsewhere }: WorkProps): React.JSX.Element {
  const { t } = useTranslation('inspection')
  const [failure, setFailure] = useState<AppError | null>(null)
  const { inspection } = file
  const readOnly = elsewhere !== null || !isEditable(inspection.state)
  const mayImport = elsewhere === null && canTakeVersion(inspection.state)
  const versions = {
    inspectionId: inspection.id,
    readOnly: !mayImport,
    onDownload: () => void startDownload(inspection.id, false, false),
  }
  const reason = inspection.state === 'RETURNED' ? lastReturn(file.decisions, inspection.id) : null
  return (
    <div className={classes['screen']}>
      <FileHeader file={file} up="inspections">
        {elsewhere === null && <NextStep inspection={inspection} tab={place.tab} onFailure={setFailure} />}
      </FileHeader>
      {reason !== null && <ReturnBanner reason={reason} decision={file.decisions.at(-1)} />}
      {failure && <ErrorNotice error={failure} onClose={() => setFailure(null)} />}
      {elsewhere !== null && <Elsewhere row={elsewhere} />}
      {inspection.state === 'ASSIGNED' && elsewhere === null && (
        <p className={classes['hint']}>{t('not-started')}</p>
      )}
      <VersionNotice {...versions} />
      <FileTabs
        place={place}
        file={file}
        readOnly={readOnly}
        mayImport={mayImport}
        writes={elsewhere === null}
        aside={
          <FactsColumn inspection={inspection}>
            <VersionsButton {...versions} />
          </FactsColumn>
        }
      />
      <WorkFooter inspection={inspection} readOnly={readOnly} />
    </div>
  )
}

/** Another laptop writes this inspection: it is read here, or taken over. */
function Elsewhere({ row }: { readonly row: InspectionRow }): React.JSX.Element {
  const { t } = useTranslation('inspection')
  const [asked, setAsked] = useState(false)
  return (
    <div className={classes['hint']}>
      {t('elsewhere')}{' '}
      <Button size="compact-sm" variant="default" onClick={() => setAsked(true)}>
        {t('take-over.confirm')}
      </Button>
      <TakeOverDialog
        row={asked ? row : null}
        onClose={() => setAsked(false)}
        onTakeOver={(inspectionId) => void startDownload(inspectionId, true, true)}
      />
    </div>
  )
}

/** What this role may do now to move the inspection on; each button does what it says. */
function NextStep(props: {
  readonly inspection: Inspection
  readonly tab: Tab
  readonly onFailure: (failure: AppError | null) => void
}): React.JSX.Element | null {
  const { inspection, tab, onFailure } = props
  const { t } = useTranslation('inspection')
  const signed = useSignedVersion(inspection.id)
  const start = async (): Promise<void> => {
    const today = new Date().toLocaleDateString('sv-SE')
    const started = await trackSave(startVisit(inspection, today))
    onFailure(started.ok ? null : started.error)
  }
  if (inspection.state === 'ASSIGNED') {
    return (
      <Button leftSection={<IconPlayerPlay size={16} aria-hidden />} onClick={() => void start()}>
        {t('step.start')}
      </Button>
    )
  }
  if (signed !== null) return <SignedSteps signed={signed} onFailure={onFailure} />
  if (!isEditable(inspection.state) || tab === 'report') return null
  return (
    <Button leftSection={<IconFileText size={16} aria-hidden />} onClick={() => goWithin({ tab: 'report' })}>
      {t('step.report')}
    </Button>
  )
}

function WorkFooter(props: {
  readonly inspection: Inspection
  readonly readOnly: boolean
}): React.JSX.Element {
  const { inspection, readOnly } = props
  const { t } = useTranslation('inspection')
  const language = useLanguage()
  return (
    <div className={classes['footer']}>
      <span>
        {t('footer.planned', {
          who: inspection.inspectorName,
          date: formatDate(inspection.plannedDate, language),
        })}
      </span>
      <SavedAt />
      <span>{t(readOnly ? 'footer.autosave-off' : 'footer.autosave-on')}</span>
    </div>
  )
}

function Absent(): React.JSX.Element {
  const { t } = useTranslation('inspection')
  return (
    <EmptyState icon={IconFileOff} title={t('absent.title')} text={t('absent.text')}>
      <Button variant="default" onClick={() => goTo({ screen: 'inspections' })}>
        {t('list.mine.title')}
      </Button>
    </EmptyState>
  )
}
