import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { actionsOn, type ImportActions } from '#renderer/features/import/commands/import-actions.ts'
import {
  createFlow,
  type ImportFlow,
  type ImportTarget,
} from '#renderer/features/import/state/import-flow.ts'
import type { VaultOwner } from '#renderer/platform/bridge.ts'

/** One import, for as long as the component is there: leaving it ends its workers, and nothing of it remains. */
export function useImportFlow(
  target: ImportTarget,
  owner: VaultOwner | null,
): readonly [ImportFlow, ImportActions] {
  const [{ flow, actions }] = useState(() => {
    const started = createFlow(target)
    return { flow: started, actions: actionsOn(started, owner) }
  })
  useEffect(() => actions.end, [actions])
  return [useStore(flow), actions]
}
