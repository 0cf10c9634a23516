import { createStore, type StoreApi } from 'zustand'
import type { Convention } from '#domain/convention/convention.ts'
import type { ListingName } from '#domain/listing/listing.ts'
import type { AppError, Result } from '#domain/result.ts'
import type { ChosenFile } from '#renderer/features/import/state/chosen-file.ts'
import type { FileSettings, SeenFile } from '#renderer/features/import/worker/import-messages.ts'
import type { ReadFile } from '#renderer/features/import/worker/import-session.ts'

/** Where an import stands, from the choice of files to the decision on the new version. */
export type ImportStep = 'files' | 'columns' | 'judging' | 'result' | 'storing' | 'decision'

/** What the files are set against: nothing yet in a new package. */
export interface ImportTarget {
  /** Null for a package that is still to be made. */
  readonly inspectionId: string | null
  readonly convention: Convention | null
  readonly listings: readonly ListingName[]
}

/** An import under way: what is looked at, nothing stored. */
export interface ImportFlow {
  readonly step: ImportStep
  readonly target: ImportTarget
  readonly files: readonly ChosenFile[]
  /** The file whose columns are being settled. */
  readonly shown: number | null
  readonly done: number
  readonly of: number
  readonly read: readonly ReadFile[]
  readonly failure: AppError | null
  /** What was stored and waits for a decision. */
  readonly prepared: { readonly inspectionId: string; readonly versionId: string } | null
}
export type FlowStore = StoreApi<ImportFlow>

/** The look at one import; there is one for each time the dialog opens. */
export const createFlow = (target: ImportTarget): FlowStore =>
  createStore<ImportFlow>(() => ({
    step: 'files',
    target,
    files: [],
    shown: null,
    done: 0,
    of: 0,
    read: [],
    failure: null,
    prepared: null,
  }))

/** Puts files behind those chosen before; a file of the same name takes the place of the earlier one. */
export function addFiles(flow: FlowStore, files: readonly File[]): ChosenFile[] {
  const { files: before } = flow.getState()
  const first = 1 + Math.max(0, ...before.map(({ id }) => id))
  const added = files.map((file, at) => ({ id: first + at, file, settings: {}, seen: null, adds: false }))
  const names = new Set(files.map(({ name }) => name))
  const kept = before.filter(({ file }) => !names.has(file.name))
  flow.setState({ files: [...kept, ...added], failure: null })
  return added
}

/** Changes what is known of one file; nothing happens when it was removed meanwhile. */
export function changeFile(flow: FlowStore, id: number, change: Partial<Omit<ChosenFile, 'id'>>): void {
  flow.setState(({ files }) => ({
    files: files.map((one) => (one.id === id ? { ...one, ...change } : one)),
    failure: null,
  }))
}

export function removeFile(flow: FlowStore, id: number): void {
  flow.setState(({ files, shown }) => ({
    files: files.filter((one) => one.id !== id),
    shown: shown === id ? null : shown,
    failure: null,
  }))
}

export const findFile = (flow: FlowStore, id: number): ChosenFile | undefined =>
  flow.getState().files.find((one) => one.id === id)

/** Takes in what a look at a file said, unless it was set otherwise meanwhile. */
export function noteSeen(flow: FlowStore, id: number, settings: FileSettings, seen: Result<SeenFile>): void {
  if (findFile(flow, id)?.settings === settings) changeFile(flow, id, { seen })
}
