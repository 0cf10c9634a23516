import { startXvfb } from '#scripts/electron-runtime.mjs'

let own: Promise<string> | null = null

/**
 * The display of this worker's windows: where displays are virtual each worker but the first has its own, because
 * windows on one display share the focus and the clipboard.
 */
export async function ownDisplay(): Promise<Readonly<Record<string, string>>> {
  const { TEST_PARALLEL_INDEX = '0', CONSTAT_VIRTUAL_DISPLAY } = process.env
  if (TEST_PARALLEL_INDEX === '0' || CONSTAT_VIRTUAL_DISPLAY === undefined) return {}
  own ??= startXvfb()
  return { DISPLAY: await own }
}
