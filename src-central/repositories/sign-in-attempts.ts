import type { Database } from '#central/db/database.ts'

/** Wrong passwords that cost no waiting, and the longest wait in seconds. */
const FREE_ATTEMPTS = 3
const LONGEST_WAIT = 900

/**
 * Counts an attempt before its password is looked at, so that many at once don't get around the wait.
 * @returns 0 when it may go on, otherwise the seconds to wait
 */
export async function beginAttempt(db: Database, emailHash: string, now: Date): Promise<number> {
  const rows = await db.query(
    `INSERT INTO sign_in_attempts AS a (email_hash, attempts, wait_until) VALUES ($1, 1, $2)
     ON CONFLICT (email_hash) DO UPDATE SET attempts = a.attempts + 1, wait_until = $2::timestamptz
       + make_interval(secs => CASE WHEN a.attempts + 1 < $3 THEN 0
                                    ELSE least($4::float8, power(2, least(a.attempts + 1 - $3, 20))) END)
     WHERE a.wait_until <= $2 RETURNING 1`,
    [emailHash, now.toISOString(), FREE_ATTEMPTS, LONGEST_WAIT],
  )
  return rows.length > 0 ? 0 : await secondsLeft(db, emailHash, now)
}

async function secondsLeft(db: Database, emailHash: string, now: Date): Promise<number> {
  const [row] = await db.query<{ wait_until: Date }>(
    'SELECT wait_until FROM sign_in_attempts WHERE email_hash = $1',
    [emailHash],
  )
  const until = row?.wait_until.getTime() ?? 0
  return Math.max(1, Math.ceil((until - now.getTime()) / 1000))
}

/** After the right password. */
export async function forgetAttempts(db: Database, emailHash: string): Promise<void> {
  await db.query('DELETE FROM sign_in_attempts WHERE email_hash = $1', [emailHash])
}
