import { createHash } from 'node:crypto'
import path from 'node:path'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { VaultOwner } from '#bridge/contract.ts'
import { Sha256, Uuid } from '#domain/ids.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { readIfPresent, writeAll, writeAtomically } from '#main/services/atomic-file.ts'
import { Argon2Settings } from '#main/services/keyring/argon2-settings.ts'

const FORMAT = 1
const Base64 = Type.String({ pattern: '^[A-Za-z0-9+/]+={0,2}$' })

/** What is kept of the keys: every secret is sealed; only whose laptop it is can be read. */
export const Keyring = Type.Object({
  owner: VaultOwner,
  /** The master key under the passphrase, mixed with the operating system's secret where there is a real one. */
  passphrase: Type.Object({
    salt: Base64,
    settings: Argon2Settings,
    osSecret: Type.Union([Base64, Type.Null()]),
    sealed: Base64,
  }),
  /** The master key under the organisation's RSA key (RSA-OAEP-SHA256); `keySha256` says which one. */
  recovery: Type.Object({ keySha256: Sha256, sealed: Base64 }),
  /** Signing key and certificates, sealed under the master key. */
  signer: Base64,
  /** One key per package under the master key: deleting it shreds the package. */
  packages: Type.Record(Uuid, Base64),
})
export type Keyring = Static<typeof Keyring>

const Envelope = Type.Object({ format: Type.Integer(), sha256: Sha256, keyring: Type.Unknown() })

/** Reads and writes `keyring.json` and its second copy. */
export interface KeyringStore {
  /** Null before enrolment; `vault.damaged` when no copy can be read, `vault.newer` for a newer app's file. */
  read(): Promise<Result<Keyring | null>>
  /** Both copies hold the same afterwards: a key deleted from one only would not be shredded. */
  write(keyring: Keyring): Promise<void>
}

/** @param folder the app's data folder */
export function keyringStore(folder: string): KeyringStore {
  const copies = ['keyring.json', 'keyring.old.json'].map((name) => path.join(folder, name))
  const write = async (keyring: Keyring): Promise<void> => {
    const text = Buffer.from(encode(keyring))
    for (const copy of copies) await writeAtomically(copy, (handle) => writeAll(handle, text))
  }
  return {
    write,
    read: async () => {
      const texts = await Promise.all(copies.map(readIfPresent))
      if (texts.every((text) => text === null)) return ok(null)
      const read = texts.map((text) => decode(text))
      const newer = read.find((one) => !one.ok && one.error.code === 'vault.newer')
      const good = newer ?? read.find((one) => one.ok) ?? err('vault.damaged')
      // A crash between the two writes leaves the copies unequal, and perhaps a shredded key in the second.
      if (good.ok && !isSame(texts)) await write(good.value)
      return good
    },
  }
}

function encode(keyring: Keyring): string {
  return JSON.stringify({ format: FORMAT, sha256: digest(keyring), keyring })
}

function decode(text: Buffer | null): Result<Keyring> {
  const envelope = parse(text)
  if (!Value.Check(Envelope, envelope)) return err('vault.damaged')
  if (envelope.format > FORMAT) return err('vault.newer')
  const { keyring, sha256 } = envelope
  return Value.Check(Keyring, keyring) && digest(keyring) === sha256 ? ok(keyring) : err('vault.damaged')
}

function parse(text: Buffer | null): unknown {
  try {
    return text === null ? null : JSON.parse(text.toString('utf8'))
  } catch {
    return null
  }
}

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')

const isSame = ([first, second]: (Buffer | null)[]): boolean =>
  Boolean(first && second && first.equals(second))
