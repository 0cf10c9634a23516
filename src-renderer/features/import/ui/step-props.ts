import type { ImportActions } from '#renderer/features/import/commands/import-actions.ts'
import type { ImportFlow } from '#renderer/features/import/state/import-flow.ts'

/** What every step of an import is given. */
export interface StepProps {
  readonly flow: ImportFlow
  readonly actions: ImportActions
  readonly onClose: () => void
}
