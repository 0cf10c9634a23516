import type { Database } from '#central/db/database.ts'
import type { User } from '#domain/account/account.ts'

/** An account with the hash of its password. */
export interface Account {
  readonly user: User
  readonly passwordHash: string
}

interface AccountRow {
  id: string
  email: string
  display_name: string
  role: User['role']
  password_hash: string
}

/** The account of an address in lower case. */
export async function findAccountByEmail(db: Database, email: string): Promise<Account | undefined> {
  const [row] = await db.query<AccountRow>('SELECT * FROM accounts WHERE email = $1', [email])
  return row && { user: userOf(row), passwordHash: row.password_hash }
}

export async function storeAccounts(db: Database, accounts: readonly Account[]): Promise<void> {
  const rows = accounts.map(({ user, passwordHash }) => ({
    ...user,
    email: user.email.trim().toLowerCase(),
    passwordHash,
  }))
  await db.query(
    `INSERT INTO accounts (id, email, display_name, role, password_hash)
     SELECT id, email, "displayName", role, "passwordHash" FROM jsonb_to_recordset($1::jsonb)
       AS x(id uuid, email text, "displayName" text, role text, "passwordHash" text)`,
    [JSON.stringify(rows)],
  )
}

export async function countAccounts(db: Database): Promise<number> {
  const [row] = await db.query<{ n: number }>('SELECT count(*) AS n FROM accounts')
  return row?.n ?? 0
}

export function userOf(row: Omit<AccountRow, 'password_hash'>): User {
  return { id: row.id, email: row.email, displayName: row.display_name, role: row.role }
}
