import { createHash, randomBytes } from 'node:crypto'
import type { CentralDeps } from '#central/app-types.ts'
import { hashPassword, isPassword } from '#central/accounts/password.ts'
import { findAccountByEmail } from '#central/repositories/accounts.ts'
import { beginAttempt, forgetAttempts } from '#central/repositories/sign-in-attempts.ts'
import { storeToken } from '#central/repositories/access-tokens.ts'
import type { Session, SessionRequest } from '#domain/account/account.ts'
import { err, ok, type Result } from '#domain/result.ts'

/**
 * Signs in. Fails with `session.wait` (`seconds`) while the address has to wait after wrong passwords, and with
 * `session.wrong-password`, the same for an unknown address and in the same time.
 */
export async function signIn(deps: CentralDeps, asked: SessionRequest): Promise<Result<Session>> {
  const email = asked.email.trim().toLowerCase()
  const seconds = await beginAttempt(deps.db, hashOf(email), deps.now())
  if (seconds > 0) return err('session.wait', { seconds })
  const account = await findAccountByEmail(deps.db, email)
  const hash = account?.passwordHash ?? (await hashOfNobody(deps))
  if (!(await isPassword(asked.password, hash)) || account === undefined) return err('session.wrong-password')
  await forgetAttempts(deps.db, hashOf(email))
  return ok(await openSession(deps, account.user))
}

async function openSession(deps: CentralDeps, user: Session['user']): Promise<Session> {
  const accessToken = randomBytes(32).toString('base64url')
  const expiresAt = new Date(deps.now().getTime() + deps.settings.tokenHours * 3_600_000)
  await storeToken(deps.db, hashOf(accessToken), user.id, expiresAt)
  return { accessToken, expiresAt: expiresAt.toISOString(), user }
}

/** Tokens and addresses are looked up by their hash: who reads the database can't use them. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

const nobody = new WeakMap<CentralDeps, Promise<string>>()

/** A hash that fits no password, so that an unknown address takes as long as a wrong password. */
function hashOfNobody(deps: CentralDeps): Promise<string> {
  const known = nobody.get(deps) ?? hashPassword(randomBytes(24).toString('hex'), deps.settings.password)
  nobody.set(deps, known)
  return known
}
