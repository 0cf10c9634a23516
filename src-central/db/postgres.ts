import pg from 'pg'
import { INT8, parseInt8, type Database } from '#central/db/database.ts'

type Sender = Pick<pg.ClientBase, 'query'>

/** Opens a pool on a PostgreSQL server (15 or newer) and checks that it answers. */
export async function openPostgres(url: string): Promise<Database> {
  const types = new pg.TypeOverrides()
  types.setTypeParser(INT8, parseInt8)
  const pool = new pg.Pool({ connectionString: url, max: 8, types })
  pool.on('error', (problem) => console.error('A database connection was lost:', problem.message))
  await pool.query('SELECT 1')
  return {
    ...statements(pool),
    transaction: (work) => inTransaction(pool, work),
    close: async () => {
      pool.removeAllListeners('error').on('error', () => undefined)
      await pool.end()
    },
  }
}

function statements(sender: Sender): Pick<Database, 'query' | 'script'> {
  return {
    query: async <Row>(sql: string, params: readonly unknown[] = []) =>
      (await sender.query(sql, [...params])).rows as Row[],
    script: async (sql) => {
      await sender.query(sql)
    },
  }
}

async function inTransaction<T>(pool: pg.Pool, work: (tx: Database) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const result = await work(nested(client))
    await client.query('COMMIT')
    client.release()
    return result
  } catch (problem) {
    const broken = await client.query('ROLLBACK').then(
      () => false,
      () => true,
    )
    client.release(broken)
    throw problem
  }
}

function nested(client: Sender): Database {
  const self: Database = {
    ...statements(client),
    transaction: (work) => work(self),
    close: () => Promise.resolve(),
  }
  return self
}
