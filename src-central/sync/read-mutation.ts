import { createHash } from 'node:crypto'
import { Type, type Static } from 'typebox'
import { Compile } from 'typebox/compile'
import { Uuid } from '#domain/ids.ts'
import { MAX_MUTATIONS_PER_PUSH, Mutation } from '#domain/sync/protocol.ts'

/**
 * What must be right for a push to be looked at. The rest of each change is checked one by one, so that a malformed
 * one is refused alone and never blocks the others.
 */
export const PushEnvelope = Type.Object({
  epoch: Uuid,
  mutations: Type.Array(Type.Object({ id: Uuid, mid: Type.Integer({ minimum: 1 }) }), {
    minItems: 1,
    maxItems: MAX_MUTATIONS_PER_PUSH,
  }),
})
export type PushEnvelope = Static<typeof PushEnvelope>
export type Incoming = PushEnvelope['mutations'][number]

const MAX_DEPTH = 20
const mutation = Compile(Mutation)

/** The change, or undefined when it is malformed or holds what PostgreSQL can't store. */
export function readMutation(incoming: Incoming): Mutation | undefined {
  return mutation.Check(incoming) && isStorable(incoming, MAX_DEPTH) ? incoming : undefined
}

/** PostgreSQL's jsonb takes neither NUL nor half a surrogate pair; depth is limited for every recursion after. */
function isStorable(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0')
  if (typeof value !== 'object' || value === null) return true
  return (
    depth > 0 &&
    Object.entries(value).every(([key, part]) => isStorable(key, 0) && isStorable(part, depth - 1))
  )
}

/** The next link of a device's chain: SHA-256 of the link before and the change with its keys in order. */
export function chainHash(previous: string | null, change: unknown): string {
  return createHash('sha256')
    .update(previous ?? '')
    .update(JSON.stringify(inOrder(change)))
    .digest('hex')
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1))
  return Object.fromEntries(entries.map(([key, part]) => [key, inOrder(part)]))
}
