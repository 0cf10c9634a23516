import { err, ok, type Result } from '#domain/result.ts'
import { Keyring, SealError } from '#renderer/db/keyring.ts'
import { LocalDb, SCHEMA_GEN } from '#renderer/db/schema.ts'

interface OpenStore {
  readonly db: LocalDb
  readonly keyring: Keyring
}
let open: OpenStore | null = null

/** The vault was locked while something still wanted to read or write: nothing was changed. */
class StoreLockedError extends Error {}

/** The store of the unlocked vault; throws while it is locked. */
export function currentStore(): OpenStore {
  if (open === null) throw new StoreLockedError('The local store is not open')
  return open
}

/** The failure a broken or locked-out store shows, or null when `cause` is a bug of ours. */
export function storeFailure(cause: unknown): Result<never> | null {
  for (let at = cause; at instanceof Error; at = (at as { inner?: unknown }).inner ?? at.cause) {
    if (at instanceof SealError) return err(at.code)
    if (at instanceof StoreLockedError || at.name === 'DatabaseClosedError') return err('store.locked')
    if (at.name === 'QuotaExceededError' || at.name === 'AbortError') return err('store.disk-full')
    if (at.name === 'OpenFailedError' || at.name === 'UnknownError') return err('store.unreadable')
  }
  return null
}

/** Runs `work`; what the disk or the cipher refuses comes back as data, bugs still throw. */
export async function guarded<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (cause) {
    const failure = storeFailure(cause)
    if (failure === null) throw cause
    return failure
  }
}

async function checkedStore(store: OpenStore): Promise<Result<null>> {
  const stamp = await store.db.stamps.get('schemaGen')
  if (stamp !== undefined && stamp.n > SCHEMA_GEN) return err('store.newer')
  await store.db.meta.get('mid')
  if (stamp?.n !== SCHEMA_GEN) await store.db.stamps.put({ key: 'schemaGen', n: SCHEMA_GEN })
  return ok(null)
}

/**
 * Opens the local store with the vault's key. Refuses one written by a newer app (`store.newer`) without touching it;
 * reports one that can't be read (`store.unreadable`, `store.key-missing`, `store.damaged`).
 * @param recordKey 32 bytes
 * @param askKey gives the key of each package already on this laptop (`vault:package-key`)
 */
export async function openStore(
  recordKey: Uint8Array,
  askKey?: (inspectionId: string) => Promise<Result<{ key: Uint8Array }>>,
): Promise<Result<null>> {
  closeStore()
  const keyring = new Keyring(recordKey)
  const store = { db: new LocalDb(keyring), keyring }
  const checked = await guarded(async () => {
    await store.db.open()
    const known = await checkedStore(store)
    if (!known.ok || askKey === undefined) return known
    return await addKnownKeys(store, askKey)
  })
  if (checked.ok) open = store
  else store.db.close()
  return checked
}

async function addKnownKeys(
  { db, keyring }: OpenStore,
  askKey: NonNullable<Parameters<typeof openStore>[1]>,
): Promise<Result<null>> {
  for (const id of await db.scopes.toCollection().primaryKeys()) {
    const answer = await askKey(id)
    if (!answer.ok) return answer
    keyring.add(id, answer.value.key)
  }
  return ok(null)
}

/** Closes the store and drops its keys. */
export function closeStore(): void {
  open?.db.close()
  open = null
}

/** Makes the rows of one package readable and writable until the store is closed. */
export function addPackageKey(inspectionId: string, key: Uint8Array): void {
  currentStore().keyring.add(inspectionId, key)
}

/** From now on packages are compared for double claims (`vault:comparison-key`). */
export function addComparisonKey(key: Uint8Array): void {
  currentStore().keyring.comparison = Uint8Array.from(key)
}

/** Whether the rows of one package can be read now. */
export const hasPackageKey = (inspectionId: string): boolean => currentStore().keyring.has(inspectionId)
