import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '#domain/result.ts'
import { lineCheckId, type InspectionSample } from '#domain/sampling/inspection-sample.ts'
import type { SampleUnit } from '#domain/sampling/sample-record.ts'
import { textAt } from '#renderer/db/drafts.ts'
import { changeSample } from '#renderer/db/numbers/change-sample.ts'
import classes from '#renderer/features/checking/ui/flash.module.css'
import { useKeptText } from '#renderer/ui/kept-drafts.ts'
import { trackSave } from '#renderer/ui/save-status.ts'
import { useErrorText } from '#renderer/ui/useErrorText.ts'

interface Props {
  readonly sample: InspectionSample
  readonly unit: SampleUnit
  readonly onDone: () => void
}

/** A line that could not be shown is a step of the sample: it needs a reason and is never taken back. */
export function UnavailableForm({ sample, unit, onDone }: Props): React.JSX.Element {
  const { t } = useTranslation('checking')
  const words = useErrorText()
  const reason = useKeptText(
    textAt(sample.inspectionId, `check/${lineCheckId(sample.id, unit.id)}/unavailable`),
  )
  const [failure, setFailure] = useState<AppError | null>(null)
  const [busy, setBusy] = useState(false)
  const mark = async (): Promise<void> => {
    setBusy(true)
    const marked = await trackSave(
      changeSample(sample, { kind: 'UNAVAILABLE', id: unit.id, reason: reason.text }),
    )
    setBusy(false)
    setFailure(marked.ok ? null : marked.error)
    if (!marked.ok) return
    await reason.drop()
    onDone()
  }
  return (
    <form
      className={classes['reason']}
      onSubmit={(event) => {
        event.preventDefault()
        void mark()
      }}
    >
      <TextInput
        id="check-reason"
        label={t('unavailable.reason')}
        description={t('unavailable.hint')}
        withAsterisk
        maxLength={2000}
        value={reason.text}
        onChange={(event) => reason.type(event.currentTarget.value)}
        error={failure ? words(failure) : undefined}
      />
      <Button type="submit" size="sm" loading={busy}>
        {t('unavailable.confirm')}
      </Button>
    </form>
  )
}
