import { Type, type Static } from 'typebox'
import { Sha256, Uuid } from '#domain/ids.ts'
import { PackageManifest } from '#domain/package/manifest.ts'

/** A file that a version was made from; the bytes themselves are not kept. */
export const VersionFile = Type.Object({
  fileName: Type.String({ maxLength: 260 }),
  sha256: Sha256,
  size: Type.Integer({ minimum: 0 }),
})
export type VersionFile = Static<typeof VersionFile>

/**
 * A version of a package that the inspector took into work; the record of kind `package`. Never changes once made: the
 * one with the highest `no` is the one in work. Without any, the package of the office is.
 */
export const PackageVersion = Type.Object({
  id: Uuid,
  inspectionId: Uuid,
  /** Its order in the inspection: 1, 2, 3… */
  no: Type.Integer({ minimum: 1 }),
  /** The version it was made from, or null for the first. */
  baseId: Type.Union([Uuid, Type.Null()]),
  /** From the office, or read from files on a laptop. */
  from: Type.Enum(['central', 'import']),
  /** `version` is the newest version of the office's package that was known when it was made. */
  manifest: PackageManifest,
  files: Type.Array(VersionFile, { maxItems: 100 }),
  madeAt: Type.String({ maxLength: 40 }),
  madeBy: Type.String({ maxLength: 200 }),
})
export type PackageVersion = Static<typeof PackageVersion>
