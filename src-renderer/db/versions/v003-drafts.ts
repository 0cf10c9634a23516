import type { LocalVersion } from '#renderer/db/versions/local-version.ts'

export const v003: LocalVersion = {
  number: 3,
  stores: { drafts: 'key, scope' },
}
