import { Modal } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportTarget } from '#renderer/features/import/state/import-flow.ts'
import { ColumnsStep } from '#renderer/features/import/ui/ColumnsStep.tsx'
import { FilesStep } from '#renderer/features/import/ui/FilesStep.tsx'
import classes from '#renderer/features/import/ui/import.module.css'
import { JudgingStep } from '#renderer/features/import/ui/JudgingStep.tsx'
import { ResultStep } from '#renderer/features/import/ui/ResultStep.tsx'
import { useImportFlow } from '#renderer/features/import/ui/use-import-flow.ts'
import type { VaultOwner } from '#renderer/platform/bridge.ts'
import { StepList } from '#renderer/ui/StepList.tsx'

/** Shows what a new version changes; `onDecided` hears that the inspector took it or left it. */
export type RenderDifference = (
  inspectionId: string,
  versionId: string,
  onDecided: () => void,
) => React.ReactNode

interface Props {
  readonly target: ImportTarget
  /** Who makes a new package. */
  readonly owner?: VaultOwner
  readonly renderDifference?: RenderDifference
  readonly onClose: () => void
  /** The package is in work: all was decided. */
  readonly onDone: (inspectionId: string) => void
}

const PLACES = { files: 0, columns: 0, judging: 1, result: 1, storing: 1, decision: 2 } as const

/** From files to a version of the package: chosen, their columns settled, judged, decided on. */
export function ImportDialog({ target, owner, renderDifference, onClose, onDone }: Props): React.JSX.Element {
  const { t } = useTranslation('mapping')
  const [flow, actions] = useImportFlow(target, owner ?? null)
  const isNew = target.inspectionId === null
  const steps = isNew ? (['files', 'check'] as const) : (['files', 'check', 'decide'] as const)
  const { step, prepared } = flow
  const shared = { flow, actions, onClose }
  const held = step === 'storing' || step === 'decision'
  return (
    <Modal
      opened
      fullScreen
      title={t(isNew ? 'title.new' : 'title.import')}
      closeOnEscape={step === 'files' && flow.files.length === 0}
      withCloseButton={!held}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      classNames={{ content: classes['dialog'] ?? '', body: classes['dialogBody'] ?? '' }}
      onClose={onClose}
    >
      <StepList label={t('steps')} steps={steps.map((name) => t(`step.${name}`))} current={PLACES[step]} />
      {step === 'files' && <FilesStep {...shared} />}
      {step === 'columns' && <ColumnsStep {...shared} />}
      {step === 'judging' && <JudgingStep {...shared} />}
      {(step === 'result' || step === 'storing') && <ResultStep {...shared} onDone={onDone} />}
      {step === 'decision' &&
        prepared &&
        renderDifference?.(prepared.inspectionId, prepared.versionId, () => onDone(prepared.inspectionId))}
    </Modal>
  )
}
