import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** SHA-256 of `seed|id`, in hexadecimal: the place of an id in the draw (`docs/formulas.md`). */
export const drawHash = (seed: string, id: string): string => bytesToHex(sha256(utf8ToBytes(`${seed}|${id}`)))

/** A number from 0 to 1 that only the seed (and the stratum) decides: the start of a systematic selection. */
export const drawFraction = (seed: string, stratum = ''): number =>
  parseInt(drawHash(seed, stratum).slice(0, 12), 16) / 2 ** 48

/** Room for the place of an id beside 32 bits of its hash, in the 53 bits of a number. */
const PLACES = 2 ** 21

/** Most ids one draw can order. */
export const MOST_LINES = PLACES

/** Writes the bytes of an id, in UTF-8; plain ASCII, the usual case, without an allocation. */
function bytesOf(id: string, room: Uint8Array): Uint8Array {
  if (id.length > room.length) return utf8ToBytes(id)
  for (let at = 0; at < id.length; at++) {
    const code = id.charCodeAt(at)
    if (code > 127) return utf8ToBytes(id)
    room[at] = code
  }
  return room.subarray(0, id.length)
}

/** First 32 bits of every hash, times the room for places, plus the place: sorts as hash, carries the place. */
function keysOf(seed: string, ids: readonly string[]): Float64Array {
  const start = sha256.create().update(utf8ToBytes(`${seed}|`))
  const work = start.clone()
  const digest = new Uint8Array(32)
  const view = new DataView(digest.buffer)
  const room = new Uint8Array(128)
  const keys = new Float64Array(ids.length)
  for (let place = 0; place < ids.length; place++) {
    start
      ._cloneInto(work)
      .update(bytesOf(ids[place] ?? '', room))
      .digestInto(digest)
    keys[place] = view.getUint32(0) * PLACES + place
  }
  return keys
}

/** Puts places whose first 32 bits are alike in the order of the whole hash, then of the id. */
function settleTies(seed: string, ids: readonly string[], places: number[], keys: Float64Array): void {
  const prefix = (at: number): number => Math.floor((keys[at] ?? 0) / PLACES)
  for (let from = 0, to = 1; from < places.length; from = to++) {
    while (to < places.length && prefix(to) === prefix(from)) to++
    if (to - from < 2) continue
    const tied = places.slice(from, to).map((place) => ({ place, id: ids[place] ?? '' }))
    const keyed = tied.map(({ place, id }) => ({ place, key: `${drawHash(seed, id)}|${id}` }))
    keyed.sort((a, b) => (a.key < b.key ? -1 : 1))
    keyed.forEach(({ place }, at) => (places[from + at] = place))
  }
}

/**
 * The order of a draw: places of the ids by SHA-256(`seed|id`) ascending (`docs/formulas.md`). The same on every machine,
 * whatever the order in which the ids come.
 * @param ids at most `MOST_LINES`, no two alike
 */
export function drawOrder(seed: string, ids: readonly string[]): number[] {
  if (ids.length > MOST_LINES) throw new RangeError(`a draw orders at most ${MOST_LINES} ids`)
  const keys = keysOf(seed, ids).sort()
  const places = new Array<number>(keys.length)
  for (let at = 0; at < keys.length; at++) places[at] = (keys[at] ?? 0) % PLACES
  settleTies(seed, ids, places, keys)
  return places
}
