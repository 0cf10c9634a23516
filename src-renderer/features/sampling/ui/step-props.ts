import type { Ground } from '#renderer/features/sampling/queries/use-ground.ts'
import type { DrawDraft } from '#renderer/features/sampling/state/draw-draft.ts'
import type { Draw } from '#renderer/features/sampling/ui/use-draw.ts'

/** What each step needs. */
export interface StepProps {
  readonly inspectionId: string
  readonly ground: Ground
  readonly draft: DrawDraft
  readonly draw: Draw
  readonly onChange: (change: Partial<DrawDraft>) => void
}
