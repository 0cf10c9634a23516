import { Modal } from '@mantine/core'
import { useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Inspection } from '#domain/inspection/inspection.ts'
import type { AppError } from '#domain/result.ts'
import {
  emptyDraft,
  toAcknowledgement,
  type AcknowledgementDraft,
} from '#renderer/features/report/acknowledgement-draft.ts'
import { signReport } from '#renderer/features/report/commands/sign-report.ts'
import { partnerDraft } from '#renderer/features/report/partner-draft.ts'
import { PartnerStep } from '#renderer/features/report/ui/PartnerStep.tsx'
import { ReadStep } from '#renderer/features/report/ui/ReadStep.tsx'
import dialog from '#renderer/features/report/ui/ReportDialog.module.css'
import { SealStep } from '#renderer/features/report/ui/SealStep.tsx'
import { useComposed, type ReadableReport } from '#renderer/features/report/ui/useComposed.ts'
import { keepTyped, useKept } from '#renderer/ui/kept-drafts.ts'
import { StepList } from '#renderer/ui/StepList.tsx'
import { trackSave } from '#renderer/ui/save-status.ts'

interface Props {
  readonly inspection: Inspection
  readonly onClose: () => void
}

const STEPS = ['read', 'partner', 'seal'] as const

/** Reading, the partner's hand, the inspector's key: what is signed is exactly what was read. */
export function SignDialog({ inspection, onClose }: Props): React.JSX.Element {
  const { t } = useTranslation(['report', 'common'])
  const { report, retry } = useComposed(inspection.id)
  const read = report?.ok ? report.value : null
  const [step, setStep] = useState<0 | 1 | 2>(0)
  const place = partnerDraft(inspection.id)
  const draft = useKept(place) ?? emptyDraft
  const { busy, failure, sign } = useSigning(onClose)
  return (
    <Modal
      opened
      fullScreen
      title={t('sign-title', { reference: inspection.reference })}
      closeOnEscape={false}
      withCloseButton={!busy}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      classNames={{
        content: dialog['dialog'] ?? '',
        body: dialog['dialogBody'] ?? '',
        title: dialog['dialogTitle'] ?? '',
      }}
      onClose={onClose}
    >
      <StepList label={t('steps')} steps={STEPS.map((name) => t(`step.${name}`))} current={step} />
      {step === 0 && <ReadStep report={report} onRetry={retry} onNext={() => setStep(1)} />}
      {step === 1 && read && (
        <PartnerStep
          draft={draft}
          content={read.content}
          replyDays={read.composed.model.replyDays}
          onChange={(next) => keepTyped(place, next)}
          onBack={() => setStep(0)}
          onNext={() => setStep(2)}
        />
      )}
      {step === 2 && read && (
        <SealStep
          inspection={inspection}
          model={read.composed.model}
          doubts={read.composed.doubts}
          draft={draft}
          busy={busy}
          failure={failure}
          onBack={() => setStep(1)}
          onSign={() => void sign(read, draft)}
        />
      )}
    </Modal>
  )
}

function useSigning(onDone: () => void) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<AppError | null>(null)
  const sign = async ({ composed, content }: ReadableReport, draft: AcknowledgementDraft): Promise<void> => {
    setBusy(true)
    setFailure(null)
    const signed = await trackSave(signReport(composed, toAcknowledgement(draft, content)))
    setBusy(false)
    if (signed.ok) onDone()
    else setFailure(signed.error)
  }
  return { busy, failure, sign }
}
