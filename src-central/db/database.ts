/** The little of PostgreSQL the central store needs; a pool and PGlite both fit. `bigint` comes back as number. */
export interface Database {
  query<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>
  /** Runs several statements without parameters: migrations only. */
  script(sql: string): Promise<void>
  /** Commits when `work` resolves, rolls back when it rejects; durable on disk when the promise resolves. */
  transaction<T>(work: (tx: Database) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** The object id of `bigint` in PostgreSQL's type catalog. */
export const INT8 = 20

/** `bigint` as number: every counter here stays far below 2^53. */
export const parseInt8 = (text: string): number => Number(text)
