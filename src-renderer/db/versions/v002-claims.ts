import type { LocalVersion } from '#renderer/db/versions/local-version.ts'

export const v002: LocalVersion = {
  number: 2,
  stores: { claims: 'inspectionId' },
}
