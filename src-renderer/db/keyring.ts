import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** A sealed value could not be opened, or may not be sealed: `code` is a key of the `store` catalog. */
export class SealError extends Error {
  readonly code: 'store.damaged' | 'store.key-missing'
  constructor(code: SealError['code'], what: string) {
    super(`${code}: ${what}`)
    this.code = code
  }
}

/** Layout of a sealed value: [format 1][key id 4][schema 2][nonce 24][ciphertext + tag 16]. */
const FORMAT = 1
const NONCE = 24
const HEAD = 1 + 4 + 2
/** Shape of the sealed payload; a later one is brought up to date when it is read. */
export const PAYLOAD_SCHEMA = 1

interface Key {
  readonly id: string
  readonly rows: Uint8Array
  readonly raw: Uint8Array
}

const POOL = 24 * 2048
let pool = new Uint8Array(0)
let poolAt = 0

/** 24 fresh random bytes; the system's chance is asked 2,048 nonces at a time. */
function nextNonce(): Uint8Array {
  if (poolAt + NONCE > pool.length) {
    pool = crypto.getRandomValues(new Uint8Array(POOL))
    poolAt = 0
  }
  poolAt += NONCE
  return pool.slice(poolAt - NONCE, poolAt)
}

const derive = (raw: Uint8Array, use: string) =>
  hkdf(sha256, raw, undefined, utf8ToBytes(`constat ${use}`), 32)
const keyOf = (raw: Uint8Array): Key => ({
  id: bytesToHex(derive(raw, 'id').subarray(0, 4)),
  rows: derive(raw, 'rows'),
  raw: Uint8Array.from(raw),
})

/** The keys held while the vault is open: one for the laptop's own tables, one per package. */
export class Keyring {
  /** Makes keyed hashes to compare packages with; null until main has given it. */
  comparison: Uint8Array | null = null
  readonly #own: Key
  readonly #byId = new Map<string, Key>()
  readonly #byScope = new Map<string, Key>()

  constructor(recordKey: Uint8Array) {
    this.#own = keyOf(recordKey)
    this.#byId.set(this.#own.id, this.#own)
  }

  add(scope: string, raw: Uint8Array): void {
    const key = keyOf(raw)
    this.#byScope.set(scope, key)
    this.#byId.set(key.id, key)
  }

  forget(scope: string): void {
    const key = this.#byScope.get(scope)
    if (key !== undefined) this.#byId.delete(key.id)
    this.#byScope.delete(scope)
  }

  has(scope: string): boolean {
    return this.#byScope.has(scope)
  }

  /** The AES key for the blocks of a package, for WebCrypto. */
  async blockKey(scope: string): Promise<CryptoKey> {
    const raw = Uint8Array.from(derive(this.#keyFor(scope).raw, 'blocks'))
    return await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
  }

  /** @param scope the package it belongs to, or undefined for the laptop's own tables */
  seal(scope: string | undefined, plain: Uint8Array, clear: string): Uint8Array {
    const key = this.#keyFor(scope)
    const nonce = nextNonce()
    const cipher = xchacha20poly1305(key.rows, nonce, bound(clear, PAYLOAD_SCHEMA)).encrypt(plain)
    const sealed = new Uint8Array(HEAD + NONCE + cipher.length)
    sealed.set([FORMAT, ...hexBytes(key.id), PAYLOAD_SCHEMA >> 8, PAYLOAD_SCHEMA & 0xff])
    sealed.set(nonce, HEAD)
    sealed.set(cipher, HEAD + NONCE)
    return sealed
  }

  /** Opens what `seal` made; anything else, anything moved and anything changed is refused. */
  open(sealed: unknown, clear: string): Uint8Array {
    if (!(sealed instanceof Uint8Array) || sealed[0] !== FORMAT)
      throw new SealError('store.damaged', 'format')
    const key = this.#byId.get(bytesToHex(sealed.subarray(1, 5)))
    if (key === undefined) throw new SealError('store.key-missing', 'unknown key')
    const schema = ((sealed[5] ?? 0) << 8) | (sealed[6] ?? 0)
    const nonce = sealed.subarray(HEAD, HEAD + NONCE)
    try {
      return xchacha20poly1305(key.rows, nonce, bound(clear, schema)).decrypt(sealed.subarray(HEAD + NONCE))
    } catch {
      throw new SealError('store.damaged', 'tag')
    }
  }

  #keyFor(scope: string | undefined): Key {
    if (scope === undefined) return this.#own
    const key = this.#byScope.get(scope)
    if (key === undefined) throw new SealError('store.key-missing', 'package key')
    return key
  }
}

const bound = (clear: string, schema: number) => utf8ToBytes(`${schema}\0${clear}`)
const hexBytes = (hex: string) => [0, 2, 4, 6].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
