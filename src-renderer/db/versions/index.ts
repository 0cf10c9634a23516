import type { LocalVersion } from '#renderer/db/versions/local-version.ts'
import { v001 } from '#renderer/db/versions/v001-first-tables.ts'

/** Oldest first. Append only. */
export const versions: readonly LocalVersion[] = [v001]
