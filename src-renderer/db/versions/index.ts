import type { LocalVersion } from '#renderer/db/versions/local-version.ts'
import { v001 } from '#renderer/db/versions/v001-first-tables.ts'
import { v002 } from '#renderer/db/versions/v002-claims.ts'
import { v003 } from '#renderer/db/versions/v003-drafts.ts'

/** Oldest first. Append only. */
export const versions: readonly LocalVersion[] = [v001, v002, v003]
