import type {
  DBCore,
  DBCoreCursor,
  DBCoreMutateRequest,
  DBCoreTable,
  DBCoreTableSchema,
  Middleware,
} from 'dexie'
import type { Keyring } from '#renderer/db/keyring.ts'
import { without } from '#renderer/db/patches.ts'
import type { Data } from '#renderer/db/rows.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Key path of the sealed bytes in a stored row. */
const SEALED = '$'

/** What stays readable: the fields of the primary key and of the indexes, and nothing else. */
function clearFields({ primaryKey, indexes }: DBCoreTableSchema): string[] {
  const paths = [primaryKey, ...indexes].flatMap(({ keyPath }) => keyPath ?? [])
  return [...new Set(paths)].sort()
}

/** Turns rows into sealed rows and back; clear fields are bound to the ciphertext. */
function sealerOf(schema: DBCoreTableSchema, keyring: Keyring) {
  const fields = clearFields(schema)
  const scopeField = fields.find((field) => field === 'scope' || field === 'inspectionId')
  const bind = (row: Data) => JSON.stringify([schema.name, ...fields.map((field) => [field, row[field]])])
  return {
    seal: (row: Data): Data => {
      const rest = without(row, ...fields)
      const scope = scopeField === undefined ? undefined : (row[scopeField] as string)
      const clear = Object.fromEntries(fields.map((field) => [field, row[field]]))
      const plain = encoder.encode(JSON.stringify(rest))
      return { ...clear, [SEALED]: keyring.seal(scope, plain, bind(row)) }
    },
    open: (row: Data | undefined): Data | undefined => {
      if (row === undefined) return row
      const plain = keyring.open(row[SEALED], bind(row))
      return { ...without(row, SEALED), ...(JSON.parse(decoder.decode(plain)) as Data) }
    },
  }
}
type Sealer = ReturnType<typeof sealerOf>

/** The same cursor, its value opened when it is looked at. */
function openedCursor(cursor: DBCoreCursor, { open }: Sealer): DBCoreCursor {
  return Object.create(cursor, {
    key: { get: () => cursor.key as unknown },
    primaryKey: { get: () => cursor.primaryKey as unknown },
    value: { get: () => open(cursor.value as Data | undefined) },
  }) as DBCoreCursor
}

/** Hands only sealed values down; what was to change, in clear, stays behind. */
function sealedRequest(request: DBCoreMutateRequest, { seal }: Sealer): DBCoreMutateRequest {
  if (request.type !== 'add' && request.type !== 'put') return request
  const values = (request.values as Data[]).map(seal)
  if (request.type === 'add') return { ...request, values }
  return { ...(without(request, 'updates', 'changeSpec', 'criteria') as unknown as typeof request), values }
}

function sealedTable(down: DBCoreTable, keyring: Keyring): DBCoreTable {
  const sealer = sealerOf(down.schema, keyring)
  const openAll = (rows: unknown[]) => rows.map((row) => sealer.open(row as Data | undefined))
  return {
    ...down,
    mutate: (request) => down.mutate(sealedRequest(request, sealer)),
    get: (request) => down.get(request).then((row: Data | undefined) => sealer.open(row)),
    getMany: (request) => down.getMany(request).then(openAll),
    query: (request) =>
      down
        .query(request)
        .then((found) =>
          request.values === true ? { ...found, result: openAll(found.result as unknown[]) } : found,
        ),
    openCursor: (request) =>
      down.openCursor(request).then((cursor) => (cursor === null ? cursor : openedCursor(cursor, sealer))),
  }
}

/**
 * Seals every row of every table but the named ones, below Dexie's queries and above the disk. It is synchronous:
 * an asynchronous cipher would end the transaction and leave half of it stored (`docs/security.md`).
 */
export function sealMiddleware(keyring: Keyring, plainTables: readonly string[]): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'seal',
    level: 0,
    create: (down) => ({
      table: (name) => {
        const table = down.table(name)
        return plainTables.includes(name) ? table : sealedTable(table, keyring)
      },
    }),
  }
}
