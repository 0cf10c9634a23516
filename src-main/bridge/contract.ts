import { Type, type Static, type TSchema } from 'typebox'
import { User } from '#domain/account/account.ts'
import { Sha256, Uuid } from '#domain/ids.ts'
import { PackageManifest } from '#domain/package/manifest.ts'
import { ReportModel } from '#domain/report/report-model.ts'
import { Acknowledgement } from '#domain/report/acknowledgement.ts'
import { GlyphRanges } from '#domain/report/signs.ts'
import type { Result } from '#domain/result.ts'
import * as wire from '#domain/sync/protocol.ts'

interface Channel {
  readonly input: TSchema
  readonly output: TSchema
}

/** Raw bytes, at most `max` of them. */
const Bytes = (max = 64 * 1024 * 1024) =>
  Type.Refine(
    Type.Unsafe<Uint8Array<ArrayBuffer>>({}),
    (value) => (value as unknown) instanceof Uint8Array && value.byteLength <= max,
  )
/** Shortest offline passphrase `vault:create` takes. */
export const MIN_PASSPHRASE = 12
const Passphrase = Type.String({ minLength: 1, maxLength: 200 })
const OfInspection = Type.Object({ inspectionId: Uuid })
const OneBlob = Type.Object({ inspectionId: Uuid, sha256: Sha256 })
/** A 32-byte key for the page's sealed tables; signing and file keys never leave main. */
const Key = Bytes(32)

export const VaultOwner = Type.Object({
  user: User,
  deviceId: Uuid,
  serverUrl: Type.String(),
  organisation: Type.String(),
})
export type VaultOwner = Static<typeof VaultOwner>

const SignatureCheck = Type.Object({
  field: Type.String(),
  signer: Type.String(),
  issuer: Type.String(),
  claimedTime: Type.String(),
  intact: Type.Boolean(),
  trusted: Type.Boolean(),
  coversWholeFile: Type.Boolean(),
  /** Text codes of the catalog `verify`. */
  problems: Type.Array(Type.String()),
  laterChanges: Type.Array(
    Type.Object({ object: Type.String(), change: Type.String(), allowed: Type.Boolean() }),
  ),
})

/** Every question the page may ask. One entry here is the whole contract: there is no second list. */
export const requests = {
  'app:info': {
    input: Type.Null(),
    output: Type.Object({ version: Type.String(), electron: Type.String(), freeBytes: Type.Number() }),
  },
  /** The language of the screens, for what main says itself. */
  'app:speak': { input: Type.Object({ language: Type.Enum(['fr', 'nl', 'en']) }), output: Type.Null() },
  /** Answers `leave:asked`: what could be written is on the disk. `reason` is the code of the first that could not. */
  'leave:answer': {
    input: Type.Object({
      turn: Type.Integer(),
      atStake: Type.Integer({ minimum: 0 }),
      reason: Type.Union([Type.String({ maxLength: 100 }), Type.Null()]),
    }),
    output: Type.Null(),
  },

  // --- account and vault -------------------------------------------------------------------
  'vault:status': {
    input: Type.Null(),
    output: Type.Object({
      state: Type.Enum(['empty', 'signed-in', 'locked', 'open']),
      owner: Type.Union([VaultOwner, Type.Null()]),
      /** Milliseconds until another passphrase may be tried. */
      waitMs: Type.Integer(),
      /** False when the system has no real secret store and only the passphrase protects. */
      osSecret: Type.Boolean(),
      /** True once an access token is held; false means: work on, sign in to send. */
      signedIn: Type.Boolean(),
    }),
  },
  /** Signs in online. Before enrolment it leads to `vault:create`; afterwards it renews an expired token. */
  'account:sign-in': {
    input: Type.Object({
      serverUrl: Type.String({ maxLength: 300 }),
      email: Type.String({ maxLength: 200 }),
      password: Type.String({ maxLength: 200 }),
    }),
    output: Type.Object({ user: User }),
  },
  /** Enrols the device: makes the keys, has the certificate issued, protects all with the passphrase. */
  'vault:create': {
    input: Type.Object({ passphrase: Passphrase }),
    output: Type.Object({ recordKey: Key, owner: VaultOwner }),
  },
  'vault:unlock': {
    input: Type.Object({ passphrase: Passphrase }),
    output: Type.Object({ recordKey: Key, owner: VaultOwner }),
  },
  'vault:lock': { input: Type.Null(), output: Type.Null() },
  /** The key of one package's tables; made at first use. */
  'vault:package-key': { input: OfInspection, output: Type.Object({ key: Key }) },
  /** Makes keyed hashes of this laptop only, to compare packages without keeping a national number. */
  'vault:comparison-key': { input: Type.Null(), output: Type.Object({ key: Key }) },
  /** Destroys the key and the sealed files of a package: what remains on disk can't be opened any more. */
  'vault:shred-package': { input: OfInspection, output: Type.Null() },

  // --- the central store -------------------------------------------------------------------
  'central:inspections': {
    input: Type.Null(),
    output: Type.Object({ items: Type.Array(wire.InspectionListItem) }),
  },
  'central:checkout': {
    input: Type.Object({ inspectionId: Uuid, takeOver: Type.Boolean() }),
    output: wire.CheckoutResponse,
  },
  'package:manifest': { input: OfInspection, output: PackageManifest },
  /** Downloads one block and checks its hash; a wrong one is refused and fetched once more. */
  'package:block': { input: OneBlob, output: Type.Object({ bytes: Bytes() }) },
  'sync:handshake': { input: Type.Null(), output: wire.HandshakeResponse },
  'sync:push': { input: wire.PushRequest, output: wire.PushResponse },
  'sync:pull': { input: wire.PullQuery, output: wire.PullResponse },
  'blob:status': { input: wire.BlobStatusRequest, output: wire.BlobStatusResponse },
  /**
   * Sends a sealed file (evidence or PDF), or `bytes` that are not one (a block of a package), in parts, resuming where
   * it stopped; announces `blob:progressed`.
   */
  'blob:upload': {
    input: Type.Object({ inspectionId: Uuid, sha256: Sha256, bytes: Type.Optional(Bytes()) }),
    output: Type.Null(),
  },
  /** Fetches a file of an inspection from the central store into the sealed files of this laptop. */
  'blob:download': { input: OneBlob, output: Type.Null() },

  // --- sealed files ------------------------------------------------------------------------
  'file:store': {
    /** Answers `evidence.too-large` or `evidence.unreadable` to what can't be evidence. */
    input: Type.Object({ inspectionId: Uuid, bytes: Bytes() }),
    output: Type.Object({ sha256: Sha256, size: Type.Integer() }),
  },
  'file:read': { input: OneBlob, output: Type.Object({ bytes: Bytes() }) },
  'file:has': { input: OneBlob, output: Type.Object({ present: Type.Boolean() }) },
  /** Asks where to, then writes a decrypted copy there; `saved` is false when the user cancelled. */
  'file:export': {
    input: Type.Object({
      inspectionId: Uuid,
      sha256: Sha256,
      suggestedName: Type.String({ maxLength: 200 }),
    }),
    output: Type.Object({ saved: Type.Boolean() }),
  },

  /** Asks where to, then writes what the page made (an export) whole or not at all; `saved` as above. */
  'file:save': {
    input: Type.Object({ suggestedName: Type.String({ maxLength: 200 }), bytes: Bytes(128 * 1024 * 1024) }),
    output: Type.Object({ saved: Type.Boolean() }),
  },

  // --- the report --------------------------------------------------------------------------
  /** Lays the report out, unsigned, for reading before signing. */
  'report:preview': {
    input: Type.Object({ model: ReportModel, images: Type.Record(Sha256, Bytes()) }),
    output: Type.Object({ bytes: Bytes(), pages: Type.Integer() }),
  },
  /** What the fonts of a report can draw. */
  'report:glyphs': { input: Type.Null(), output: Type.Object({ ranges: GlyphRanges }) },
  /** Lays out, seals the partner's acknowledgement in, signs with the inspector's key, stores as a sealed file. */
  'report:sign': {
    input: Type.Object({
      model: ReportModel,
      images: Type.Record(Sha256, Bytes()),
      acknowledgement: Acknowledgement,
    }),
    output: Type.Object({
      sha256: Sha256,
      size: Type.Integer(),
      pages: Type.Integer(),
      signedAt: Type.String(),
      signedBy: Type.String(),
      certificateSerial: Type.String(),
    }),
  },
  'pdf:verify': {
    input: Type.Object({ bytes: Bytes() }),
    output: Type.Object({
      verdict: Type.Enum(['INTACT', 'ALTERED', 'UNSIGNED', 'UNREADABLE']),
      signatures: Type.Array(SignatureCheck),
    }),
  },
} as const satisfies Record<string, Channel>

/** Every announcement main may make. Past tense: it already happened. */
export const events = {
  'blob:progressed': Type.Object({ sha256: Sha256, sent: Type.Integer(), total: Type.Integer() }),
  /** The window is about to close, or the vault to lock: everything typed is to be written, then `leave:answer`. */
  'leave:asked': Type.Object({
    turn: Type.Integer(),
    why: Type.Enum(['close', 'user', 'idle', 'suspend']),
  }),
  'vault:locked': Type.Object({ reason: Type.Enum(['user', 'idle', 'suspend']) }),
  'power:resumed': Type.Null(),
  /** A page that loads or a second start found something to say at once, e.g. `app.newer-store`. */
  'app:warned': Type.Object({ code: Type.String() }),
} as const satisfies Record<string, TSchema>

export type RequestName = keyof typeof requests
export type InputOf<N extends RequestName> = Static<(typeof requests)[N]['input']>
export type OutputOf<N extends RequestName> = Static<(typeof requests)[N]['output']>
export type EventName = keyof typeof events
export type PayloadOf<N extends EventName> = Static<(typeof events)[N]>

/** What the preload puts on `window.bridge`. It never rejects: failures travel as data. */
export interface Bridge {
  invoke<N extends RequestName>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>>
  on<N extends EventName>(name: N, listener: (payload: PayloadOf<N>) => void): () => void
}

/** Main must answer every request, or it does not compile. */
export type Handlers = {
  readonly [N in RequestName]: (input: InputOf<N>) => Promise<Result<OutputOf<N>>>
}

/** The two wires the contract travels on. */
export const WIRE = { request: 'bridge:request', event: 'bridge:event' } as const
