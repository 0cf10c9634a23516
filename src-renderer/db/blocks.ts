import { bytesToHex } from '@noble/hashes/utils.js'
import { err, ok, type Result } from '#domain/result.ts'
import { SealError } from '#renderer/db/keyring.ts'
import type { BlockRow } from '#renderer/db/rows.ts'
import { currentStore } from '#renderer/db/store.ts'

/** A piece of a package before it is sealed: the gzip bytes as received, and where they belong. */
export interface PlainBlock {
  /** `convention`, the name of a listing, or that name with `:rejected`. */
  readonly listing: string
  readonly no: number
  readonly sha256: string
  readonly bytes: Uint8Array<ArrayBuffer>
}
export type BlockPlace = Pick<BlockRow, 'inspectionId' | 'listing' | 'no' | 'sha256'>

/** A sealed block can't be swapped with another, moved or replaced: its place is bound to it. */
const placeBytes = ({ inspectionId, listing, no, sha256 }: BlockPlace) =>
  new TextEncoder().encode(JSON.stringify(['blocks', inspectionId, listing, no, sha256]))

export const hashOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))

/** Through a gzip or gunzip stream, whole. Not by way of a `Blob`: Chromium keeps those in another process. */
async function piped(
  bytes: Uint8Array<ArrayBuffer>,
  { readable, writable }: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = writable.getWriter()
  const whole = new Response(readable).arrayBuffer()
  return new Uint8Array((await Promise.all([whole, writer.write(bytes), writer.close()]))[0])
}

/** JSON, gzipped: the form in which blocks travel and are stored. */
export const packed = async (value: unknown): Promise<Uint8Array<ArrayBuffer>> =>
  await piped(new TextEncoder().encode(JSON.stringify(value)), new CompressionStream('gzip'))

/**
 * Seals the blocks of a package with its key, outside any transaction: WebCrypto is asynchronous. A block whose bytes
 * do not have their hash is refused (`store.block-wrong`).
 */
export async function sealPackage(
  inspectionId: string,
  blocks: readonly PlainBlock[],
): Promise<Result<BlockRow[]>> {
  const key = await currentStore().keyring.blockKey(inspectionId)
  const rows = await Promise.all(
    blocks.map(async (block) =>
      (await hashOf(block.bytes)) === block.sha256 ? await sealed(key, inspectionId, block) : block.no,
    ),
  )
  const wrong = rows.find((row) => typeof row === 'number')
  return wrong === undefined
    ? ok(rows.filter((row) => typeof row !== 'number'))
    : err('store.block-wrong', { no: wrong })
}

async function sealed(key: CryptoKey, inspectionId: string, block: PlainBlock): Promise<BlockRow> {
  const { listing, no, sha256, bytes } = block
  const place = { inspectionId, listing, no, sha256 }
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const algorithm = { name: 'AES-GCM', iv, additionalData: placeBytes(place) }
  return { ...place, iv, sealed: new Uint8Array(await crypto.subtle.encrypt(algorithm, key, bytes)) }
}

/** Puts sealed blocks into the store, in one transaction. */
export async function storeBlocks(rows: readonly BlockRow[]): Promise<void> {
  await currentStore().db.blocks.bulkPut([...rows])
}

/** Opens one sealed block down to its JSON value; throws a `SealError` when it was changed. */
export async function openBlock(key: CryptoKey, row: BlockRow): Promise<unknown> {
  return JSON.parse(await unpackBlock(key, row)) as unknown
}

/** The gzip bytes of a block, as they travel; throws a `SealError` when it was changed. */
export async function blockBytes(key: CryptoKey, row: BlockRow): Promise<Uint8Array<ArrayBuffer>> {
  const algorithm = { name: 'AES-GCM', iv: row.iv, additionalData: placeBytes(row) }
  const bytes = await crypto.subtle.decrypt(algorithm, key, row.sealed).catch(() => {
    throw new SealError('store.damaged', 'block')
  })
  return new Uint8Array(bytes)
}

/** What `packed` packed, as text. */
export async function unpacked(gzip: Uint8Array<ArrayBuffer>): Promise<string> {
  return new TextDecoder().decode(await piped(gzip, new DecompressionStream('gzip')))
}

/** The JSON of a block, decrypted and unpacked behind the page; reading it is left to the caller's pace. */
export async function unpackBlock(key: CryptoKey, row: BlockRow): Promise<string> {
  return await unpacked(await blockBytes(key, row))
}

export const blockKeyOf = ({
  inspectionId,
  listing,
  no,
  sha256,
}: BlockPlace): [string, string, number, string] => [inspectionId, listing, no, sha256]
