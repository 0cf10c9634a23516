/** Who changed a field last: the record's version then, and the device (null: the central store itself). */
export interface FieldVersion {
  readonly seq: number
  readonly device: string | null
}

/** A record as the central store keeps it. `seq` is its version: the scope's counter at its last change. */
export interface StoredRecord {
  readonly seq: number
  readonly deleted: boolean
  readonly data: Readonly<Record<string, unknown>>
  readonly fields: Readonly<Record<string, FieldVersion>>
}

/** A change to merge in. `seq` is the version the record gets when something of it is applied. */
export interface IncomingChange {
  readonly op: 'upsert' | 'delete' | 'resolve'
  readonly device: string | null
  readonly seq: number
  readonly baseVer: number
  readonly patch: Readonly<Record<string, unknown>>
}

export type ConflictReason = 'field' | 'deleted' | 'edited-after-base'
export type LostFields = Record<string, { server: unknown; client: unknown }>

export interface Merged {
  readonly outcome: 'created' | 'applied' | 'conflict'
  readonly record: StoredRecord
  /** Set when `outcome` is `conflict`. */
  readonly reason?: ConflictReason
  /** The fields in conflict, with the value kept and the one that lost. */
  readonly lost: LostFields
}

/**
 * Merges a change into a record, field by field (`docs/sync-protocol.md`, merge rule). A field is in conflict when
 * another device changed it after the change's base and the values differ: then the stored value stays.
 */
export function mergeChange(current: StoredRecord | undefined, change: IncomingChange): Merged {
  if (current === undefined) return create(change)
  if (change.op === 'delete') return remove(current, change)
  if (current.deleted && change.op === 'upsert') return editDeleted(current, change)
  return mergeFields(current, change)
}

function create(change: IncomingChange): Merged {
  const record = {
    seq: change.seq,
    deleted: change.op === 'delete',
    data: change.patch,
    fields: versionsOf(change),
  }
  return { outcome: 'created', record, lost: {} }
}

function remove(current: StoredRecord, change: IncomingChange): Merged {
  const editedElsewhere = Object.values(current.fields).some((field) => isForeign(field, change))
  if (editedElsewhere && !current.deleted) {
    return { outcome: 'conflict', reason: 'edited-after-base', record: current, lost: {} }
  }
  return { outcome: 'applied', record: { ...current, seq: change.seq, deleted: true }, lost: {} }
}

function editDeleted(current: StoredRecord, change: IncomingChange): Merged {
  const lost = Object.fromEntries(
    Object.entries(change.patch).map(([name, client]) => [name, { server: null, client }]),
  )
  return { outcome: 'conflict', reason: 'deleted', record: current, lost }
}

function mergeFields(current: StoredRecord, change: IncomingChange): Merged {
  const lost: LostFields = {}
  const kept: Record<string, unknown> = {}
  for (const [name, client] of Object.entries(change.patch)) {
    const server = current.data[name] ?? null
    if (isForeign(current.fields[name], change) && !isSameValue(server, client))
      lost[name] = { server, client }
    else kept[name] = client
  }
  const record = applyFields(current, { ...change, patch: kept })
  if (Object.keys(lost).length > 0) return { outcome: 'conflict', reason: 'field', record, lost }
  return { outcome: 'applied', record, lost }
}

/** Nothing applied leaves the version alone; a `resolve` that brings values brings a deleted record back. */
function applyFields(current: StoredRecord, change: IncomingChange): StoredRecord {
  if (Object.keys(change.patch).length === 0) return current
  return {
    seq: change.seq,
    deleted: false,
    data: { ...current.data, ...change.patch },
    fields: { ...current.fields, ...versionsOf(change) },
  }
}

function versionsOf({ patch, seq, device }: IncomingChange): Record<string, FieldVersion> {
  return Object.fromEntries(Object.keys(patch).map((name) => [name, { seq, device }]))
}

function isForeign(field: FieldVersion | undefined, change: IncomingChange): boolean {
  return field !== undefined && field.seq > change.baseVer && field.device !== change.device
}

/** Equality of JSON values; the order of keys doesn't count, as the database doesn't keep it. */
export function isSameValue(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false
  if (Array.isArray(left) !== Array.isArray(right)) return false
  const [one, other] = [Object.entries(left), new Map(Object.entries(right))]
  return (
    one.length === other.size &&
    one.every(([key, value]) => other.has(key) && isSameValue(value, other.get(key)))
  )
}
