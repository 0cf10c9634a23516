import { Type, type Static } from 'typebox'
import { Sha256, Uuid } from '#domain/ids.ts'
import { Standing } from '#domain/inspection/standing.ts'
import { RecordKindSchema } from '#domain/sync/records.ts'

/** Version of these shapes; they only grow. A server that asks for more answers 426. */
export const PROTOCOL_VERSION = 2
export const MAX_MUTATIONS_PER_PUSH = 500
export const MAX_PUSH_BYTES = 4 * 1024 * 1024

const Data = Type.Record(Type.String(), Type.Unknown())

/** One change made on a device. `mid` counts 1, 2, 3… without gaps per device and gives the order. */
export const Mutation = Type.Object({
  id: Uuid,
  mid: Type.Integer({ minimum: 1 }),
  /** The inspection it belongs to: one inspection is one scope. */
  scope: Uuid,
  kind: RecordKindSchema,
  rec: Uuid,
  op: Type.Enum(['upsert', 'delete', 'resolve']),
  /** Version of the record this change was made on; 0 for a new record. */
  baseVer: Type.Integer({ minimum: 0 }),
  /** The changed fields with their new values; all fields for a new record, none for a delete. */
  patch: Data,
  /** The conflict that a `resolve` closes. */
  resolves: Type.Optional(Uuid),
  clientAt: Type.String(),
})
export type Mutation = Static<typeof Mutation>

export const HandshakeRequest = Type.Object({
  protocol: Type.Integer({ minimum: 1 }),
  client: Type.String({ maxLength: 80 }),
  localTime: Type.String(),
})
export type HandshakeRequest = Static<typeof HandshakeRequest>

export const HandshakeResponse = Type.Object({
  /** Random id of the server's history; another one means it was restored from a backup. */
  epoch: Uuid,
  lastMid: Type.Integer({ minimum: 0 }),
  /** Head of the device's hash chain, or null before the first mutation. */
  lastHash: Type.Union([Sha256, Type.Null()]),
  serverTime: Type.String(),
  scopes: Type.Array(
    Type.Object({
      id: Uuid,
      access: Type.Enum(['read', 'write', 'review']),
      seq: Type.Integer({ minimum: 0 }),
    }),
  ),
})
export type HandshakeResponse = Static<typeof HandshakeResponse>

export const PushRequest = Type.Object({
  epoch: Uuid,
  mutations: Type.Array(Mutation, { minItems: 1, maxItems: MAX_MUTATIONS_PER_PUSH }),
})
export type PushRequest = Static<typeof PushRequest>

/** A field changed by two devices: the value kept, and the one that lost. */
export const FieldConflict = Type.Object({ server: Type.Unknown(), client: Type.Unknown() })

export const PushResult = Type.Object({
  mid: Type.Integer({ minimum: 1 }),
  outcome: Type.Enum(['created', 'applied', 'conflict', 'rejected']),
  /** Version of the record afterwards; null when rejected. */
  seq: Type.Union([Type.Integer(), Type.Null()]),
  /** Already applied earlier; the answer is the one of then. */
  dup: Type.Optional(Type.Boolean()),
  /** Error code: `sync.not-writer`, `sync.invalid`, `sync.closed`, `sync.blobs-missing`, … or the conflict's kind. */
  reason: Type.Optional(Type.String()),
  /** For `sync.blobs-missing`: what is missing. */
  missing: Type.Optional(Type.Array(Sha256)),
  /** For a refusal: what was done instead, by whom and when, where something was. */
  instead: Type.Optional(Standing),
  fields: Type.Optional(Type.Record(Type.String(), FieldConflict)),
})
export type PushResult = Static<typeof PushResult>
export const PushResponse = Type.Object({ lastMid: Type.Integer(), results: Type.Array(PushResult) })
export type PushResponse = Static<typeof PushResponse>

export const PullQuery = Type.Object({
  scope: Uuid,
  since: Type.Integer({ minimum: 0 }),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 2000 })),
})
export type PullQuery = Static<typeof PullQuery>

export const Change = Type.Object({
  kind: RecordKindSchema,
  id: Uuid,
  seq: Type.Integer({ minimum: 1 }),
  deleted: Type.Boolean(),
  data: Type.Optional(Data),
})
export type Change = Static<typeof Change>

export const Conflict = Type.Object({
  id: Uuid,
  kind: RecordKindSchema,
  rec: Uuid,
  reason: Type.Enum(['field', 'deleted', 'edited-after-base']),
  fields: Type.Record(Type.String(), FieldConflict),
  seq: Type.Integer({ minimum: 1 }),
  resolved: Type.Boolean(),
})
export type Conflict = Static<typeof Conflict>

export const PullResponse = Type.Object({
  epoch: Uuid,
  changes: Type.Array(Change),
  conflicts: Type.Array(Conflict),
  /** Give this back as `since`. */
  next: Type.Integer({ minimum: 0 }),
  more: Type.Boolean(),
})
export type PullResponse = Static<typeof PullResponse>

export const BlobStatusRequest = Type.Object({ sha256: Type.Array(Sha256, { maxItems: 500 }) })
export const BlobStatusResponse = Type.Object({
  have: Type.Array(Sha256),
  /** Bytes already received, by hash. */
  partial: Type.Record(Sha256, Type.Integer()),
})
export type BlobStatusResponse = Static<typeof BlobStatusResponse>

/** A line of "my inspections" or of the review queue, as the central store lists it. */
export const InspectionListItem = Type.Object({
  id: Uuid,
  access: Type.Enum(['read', 'write', 'review']),
  /** Device that writes this inspection now, or null when nobody has taken it. */
  checkedOutBy: Type.Union([Uuid, Type.Null()]),
  packageVersion: Type.Integer({ minimum: 1 }),
  packageBytes: Type.Integer({ minimum: 0 }),
  rowCount: Type.Integer({ minimum: 0 }),
  record: Type.Record(Type.String(), Type.Unknown()),
})
export type InspectionListItem = Static<typeof InspectionListItem>

export const CheckoutRequest = Type.Object({ takeOver: Type.Boolean() })
export const CheckoutResponse = Type.Object({ checkedOutBy: Uuid })
