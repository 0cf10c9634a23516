import type { ColumnMapping } from '#domain/listing/match-header.ts'
import { judgeFiles } from '#renderer/features/import/commands/judge-files.ts'
import { keepFiles } from '#renderer/features/import/commands/keep-files.ts'
import { lookAtFiles, setFile } from '#renderer/features/import/commands/look-at-files.ts'
import {
  changeFile,
  findFile,
  removeFile,
  type FlowStore,
} from '#renderer/features/import/state/import-flow.ts'
import type { FileSettings } from '#renderer/features/import/worker/import-messages.ts'
import type { VaultOwner } from '#renderer/platform/bridge.ts'
import { startSession, type ImportSession } from '#renderer/features/import/worker/import-session.ts'

/** What a person may do with an import, in every step of it. */
export interface ImportActions {
  readonly add: (files: readonly File[]) => void
  readonly remove: (id: number) => void
  /** Reads a file as another listing, from another sheet, below another line. */
  readonly set: (id: number, settings: FileSettings) => void
  readonly settle: (id: number, mapping: ColumnMapping) => void
  readonly setAdds: (id: number, adds: boolean) => void
  readonly showColumns: (id: number) => void
  /** Back to the files, from their columns, from reading or from the result. */
  readonly backToFiles: () => void
  readonly judge: () => void
  /** Gives the id of a new inspection; null when there is something to decide first. */
  readonly keep: () => Promise<string | null>
  /** Stops what goes on; nothing was stored, so nothing remains. */
  readonly end: () => void
}

/**
 * The acts on one import. Its workers start when they are needed.
 * @param owner who makes a new package; null when files go into one that is there
 */
export function actionsOn(flow: FlowStore, owner: VaultOwner | null): ImportActions {
  let looking: ImportSession | null = null
  let judging = new AbortController()
  const look = (): ImportSession => {
    if (looking === null || looking.isOver()) looking = startSession(() => undefined)
    return looking
  }
  const settingsOf = (id: number): FileSettings => findFile(flow, id)?.settings ?? {}
  return {
    add: (files) => void lookAtFiles(flow, look(), files),
    remove: (id) => removeFile(flow, id),
    set: (id, settings) => void setFile(flow, look(), id, settings),
    settle: (id, mapping) => changeFile(flow, id, { settings: { ...settingsOf(id), mapping } }),
    setAdds: (id, adds) => changeFile(flow, id, { adds }),
    showColumns: (id) => flow.setState({ step: 'columns', shown: id }),
    backToFiles: () => {
      judging.abort()
      flow.setState({ step: 'files', shown: null, read: [], failure: null })
    },
    judge: () => {
      judging = new AbortController()
      void judgeFiles(flow, judging.signal)
    },
    keep: () => keepFiles(flow, owner),
    end: () => {
      judging.abort()
      looking?.end()
    },
  }
}
