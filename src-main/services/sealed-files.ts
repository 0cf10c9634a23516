import { createHash } from 'node:crypto'
import { access, open, rm } from 'node:fs/promises'
import path from 'node:path'
import { err, ok, type Result } from '#domain/result.ts'
import { hasCode, writeAtomically } from '#main/services/atomic-file.ts'
import type { DiskSpace } from '#main/services/disk-space.ts'
import type { SecretKey } from '#main/services/keyring/seal.ts'
import type { PackageKeys } from '#main/services/keyring/vault.ts'
import { openSealed, SEGMENT_BYTES, writeSealed, type SealedReader } from '#main/services/sealed-format.ts'

/** One file of one inspection, named by the SHA-256 of its plain bytes. */
export interface FileName {
  readonly inspectionId: string
  readonly sha256: string
}

export interface StoredFile {
  readonly sha256: string
  readonly size: number
}

/** Evidence and reports beside the database: `files/<inspection>/<sha256>.sealed`. */
export interface SealedFiles {
  /** Durable when it answers. Errors: `file.disk-full`, `file.not-written`, `vault.locked`. */
  store(inspectionId: string, bytes: Uint8Array): Promise<Result<StoredFile>>
  has(name: FileName): Promise<boolean>
  /** The whole file, checked against its name. Errors: `file.missing`, `file.damaged`, `vault.locked`. */
  read(name: FileName): Promise<Result<Buffer>>
  /** Opens a file for reading parts of it; `use` must be done with it when its promise ends. */
  withReader<T>(name: FileName, use: (reader: SealedReader) => Promise<Result<T>>): Promise<Result<T>>
  removeAll(inspectionId: string): Promise<void>
}

interface Tools {
  readonly folder: string
  readonly disk: DiskSpace
  readonly packageKeys: (inspectionId: string) => Promise<Result<PackageKeys>>
}

export function sealedFiles({ folder, disk, packageKeys }: Tools): SealedFiles {
  const folderOf = (inspectionId: string): string => path.join(folder, 'files', inspectionId)
  const pathOf = ({ inspectionId, sha256 }: FileName): string =>
    path.join(folderOf(inspectionId), `${sha256}.sealed`)
  const has = (name: FileName): Promise<boolean> =>
    access(pathOf(name)).then(
      () => true,
      () => false,
    )
  const withReader: SealedFiles['withReader'] = async (name, use) => {
    const keys = await packageKeys(name.inspectionId)
    return keys.ok ? useFile(pathOf(name), keys.value.files, name.sha256, use) : keys
  }
  const read = (name: FileName): Promise<Result<Buffer>> =>
    withReader(name, (reader) => readChecked(reader, name.sha256))
  return {
    has,
    read,
    withReader,
    store: async (inspectionId, bytes) => {
      const stored = { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.byteLength }
      const name = { inspectionId, sha256: stored.sha256 }
      if ((await read(name)).ok) return ok(stored)
      const room = await disk.reserve(bytes.byteLength)
      if (!room.ok) return room
      const keys = await packageKeys(inspectionId)
      if (!keys.ok) return keys
      const written = await writeFile(pathOf(name), keys.value.files, name.sha256, bytes)
      return written.ok ? ok(stored) : written
    },
    removeAll: (inspectionId) => rm(folderOf(inspectionId), { recursive: true, force: true }),
  }
}

/** Reads the temporary file back before it gets its name: a disk may have kept less than it said. */
async function writeFile(
  file: string,
  key: SecretKey,
  sha256: string,
  bytes: Uint8Array,
): Promise<Result<null>> {
  try {
    await writeAtomically(
      file,
      (handle) => writeSealed(handle, key, sha256, bytes),
      async (temporary) => {
        const back = await useFile(temporary, key, sha256, (reader) => readChecked(reader, sha256))
        if (!back.ok) throw new Error('The file read back is not the file written')
      },
    )
    return ok(null)
  } catch (problem) {
    return err(hasCode(problem, 'ENOSPC') ? 'file.disk-full' : 'file.not-written')
  }
}

async function useFile<T>(
  file: string,
  key: SecretKey,
  sha256: string,
  use: (reader: SealedReader) => Promise<Result<T>>,
): Promise<Result<T>> {
  const handle = await open(file, 'r').catch(() => null)
  if (!handle) return err('file.missing')
  try {
    const reader = await openSealed(handle, key, sha256)
    return reader ? await use(reader) : err('file.damaged')
  } finally {
    await handle.close()
  }
}

async function readChecked(reader: SealedReader, sha256: string): Promise<Result<Buffer>> {
  const parts: Buffer[] = []
  for (let at = 0; at < reader.size; at += SEGMENT_BYTES) {
    const part = await reader.read(at, at + SEGMENT_BYTES)
    if (!part) return err('file.damaged')
    parts.push(part)
  }
  const bytes = Buffer.concat(parts)
  const hash = createHash('sha256').update(bytes).digest('hex')
  return hash === sha256 ? ok(bytes) : err('file.damaged')
}
