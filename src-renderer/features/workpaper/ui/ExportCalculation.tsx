import { Button } from '@mantine/core'
import { IconTableExport } from '@tabler/icons-react'
import { useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { sampleLabel } from '#domain/finding/numbering.ts'
import { ok, type AppError, type Result } from '#domain/result.ts'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import {
  makeSamplePaper,
  makeSettlementPaper,
  type MadePaper,
} from '#renderer/features/workpaper/commands/make-paper.ts'
import classes from '#renderer/features/workpaper/ui/workpaper.module.css'
import { bridge } from '#renderer/platform/bridge.ts'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'

interface SampleProps {
  readonly sample: InspectionSample
}

/** Saves the calculation of a sample as a workbook with live formulas. */
export function ExportSampleCalculation({ sample }: SampleProps): React.JSX.Element {
  const { t } = useTranslation('workpaper')
  const number = sampleLabel(sample.number)
  return (
    <ExportCalculation
      make={() => makeSamplePaper(sample)}
      nameOf={(reference) => t('export.fileSample', { number, reference })}
    />
  )
}

interface SettlementProps {
  readonly inspectionId: string
}

/** Saves the settlement as a workbook with live formulas. */
export function ExportSettlementCalculation({ inspectionId }: SettlementProps): React.JSX.Element {
  const { t } = useTranslation('workpaper')
  return (
    <ExportCalculation
      make={() => makeSettlementPaper(inspectionId)}
      nameOf={(reference) => t('export.fileSettlement', { reference })}
    />
  )
}

interface Props {
  readonly make: () => Promise<Result<MadePaper>>
  /** What the file is called, from the reference of the inspection. */
  readonly nameOf: (reference: string) => string
}

function ExportCalculation({ make, nameOf }: Props): React.JSX.Element {
  const { t } = useTranslation('workpaper')
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const [failure, setFailure] = useState<AppError | null>(null)
  const save = async (): Promise<void> => {
    setBusy(true)
    setSaid(t('export.working'))
    const done = await saveAs(await make(), nameOf)
    setFailure(done.ok ? null : done.error)
    setSaid(done.ok && done.value ? t('export.saved') : '')
    setBusy(false)
  }
  return (
    <div className={classes['export']}>
      <Button
        variant="default"
        size="xs"
        loading={busy}
        leftSection={<IconTableExport size={16} aria-hidden />}
        onClick={() => void save()}
      >
        {t('export.button')}
      </Button>
      <span role="status" className={classes['said']}>
        {said}
      </span>
      {failure && <ErrorNotice error={failure} onClose={() => setFailure(null)} />}
    </div>
  )
}

/** Asks where the workbook goes, and writes it; false when the user chose no place. */
async function saveAs(
  made: Result<MadePaper>,
  nameOf: (reference: string) => string,
): Promise<Result<boolean>> {
  if (!made.ok) return made
  const suggestedName = `${nameOf(made.value.reference).replaceAll(/[\\/:*?"<>|\s]+/g, '-')}.xlsx`
  const answer = await bridge.invoke('file:save', { suggestedName, bytes: made.value.bytes })
  return answer.ok ? ok(answer.value.saved) : answer
}
