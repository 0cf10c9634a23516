import type { Database } from '#central/db/database.ts'
import { userOf } from '#central/repositories/accounts.ts'
import type { User } from '#domain/account/account.ts'

export async function storeToken(
  db: Database,
  hash: string,
  accountId: string,
  expiresAt: Date,
): Promise<void> {
  await db.query('INSERT INTO access_tokens (token_hash, account_id, expires_at) VALUES ($1, $2, $3)', [
    hash,
    accountId,
    expiresAt.toISOString(),
  ])
}

/** The user of a token that is still good. */
export async function findTokenUser(db: Database, hash: string, now: Date): Promise<User | undefined> {
  const [row] = await db.query<Parameters<typeof userOf>[0]>(
    `SELECT a.id, a.email, a.display_name, a.role FROM access_tokens t JOIN accounts a ON a.id = t.account_id
     WHERE t.token_hash = $1 AND t.expires_at > $2`,
    [hash, now.toISOString()],
  )
  return row && userOf(row)
}

/** Forgets the tokens that ended. */
export async function sweepTokens(db: Database, now: Date): Promise<void> {
  await db.query('DELETE FROM access_tokens WHERE expires_at <= $1', [now.toISOString()])
}
