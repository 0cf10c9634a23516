import { PGlite, type Transaction } from '@electric-sql/pglite'
import { INT8, parseInt8, type Database } from '#central/db/database.ts'
import { DurableNodeFS } from '#central/db/durable-node-fs.ts'
import { lockFolder } from '#central/db/folder-lock.ts'

/**
 * Opens the embedded PostgreSQL in a folder of its own; one process at a time.
 * @throws FolderInUse when another living process has it
 */
export async function openEmbedded(folder: string): Promise<Database> {
  const unlock = lockFolder(folder)
  try {
    const lite = await PGlite.create({ fs: new DurableNodeFS(folder), parsers: { [INT8]: parseInt8 } })
    return {
      ...statements(lite),
      transaction: (work) => inTransaction(lite, work),
      close: async () => {
        await lite.close()
        unlock()
      },
    }
  } catch (problem) {
    unlock()
    throw problem
  }
}

function statements(lite: Pick<Transaction, 'query' | 'exec'>): Pick<Database, 'query' | 'script'> {
  return {
    query: async <Row>(sql: string, params: readonly unknown[] = []) =>
      (await lite.query<Row>(sql, [...params])).rows,
    script: async (sql) => {
      await lite.exec(sql)
    },
  }
}

/** PGlite doesn't sync after the COMMIT of `transaction()`; without this line a power cut loses it. */
async function inTransaction<T>(lite: PGlite, work: (tx: Database) => Promise<T>): Promise<T> {
  const result = await lite.transaction((tx) => work(nested(tx)))
  await lite.syncToFs()
  return result
}

function nested(tx: Transaction): Database {
  const self: Database = {
    ...statements(tx),
    transaction: (work) => work(self),
    close: () => Promise.resolve(),
  }
  return self
}
