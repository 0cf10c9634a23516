import path from 'node:path'
import { Value } from 'typebox/value'
import { Session, type User } from '#domain/account/account.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { readIfPresent, writeAll, writeAtomically } from '#main/services/atomic-file.ts'
import { seal, unseal } from '#main/services/keyring/seal.ts'
import type { Vault } from '#main/services/keyring/vault.ts'
import { serverAddress } from '#main/services/server-address.ts'
import { readAnswer, type Transport } from '#main/services/transport.ts'

const CONTEXT = 'session'

export interface SignIn {
  readonly serverUrl: string
  readonly email: string
  readonly password: string
}

/** A session with where it is valid; the device is unknown until the laptop is enrolled. */
export interface OpenSession {
  readonly serverUrl: string
  readonly token: string
  readonly user: User
}

/** Who is signed in at the central store. The token is in memory, and sealed on disk once there is a vault. */
export interface Sessions {
  /** Errors: the server's, `vault.other-user`, `vault.other-server`, `vault.locked`, `central.…`. */
  signIn(request: SignIn): Promise<Result<User>>
  /** Error `session.expired` when there is none, or its time is over. */
  current(): Result<OpenSession>
  /** Forgets a session that the server no longer takes. */
  drop(token: string): Promise<void>
  /** Writes the session down, sealed; to be called once the vault is made. */
  keep(): Promise<Result<null>>
  /** Brings back the session of before a restart or a lock. */
  restore(serverUrl: string): Promise<void>
  /** Forgets the session in memory; the sealed one stays. */
  forget(): void
}

interface Tools {
  readonly folder: string
  readonly vault: Vault
  readonly transport: Transport
  readonly now: () => number
}

interface Held {
  readonly serverUrl: string
  readonly session: Session
}

export function createSessions({ folder, vault, transport, now }: Tools): Sessions {
  const file = path.join(folder, 'session.sealed')
  let held: Held | null = null
  const isOver = (session: Session): boolean => Date.parse(session.expiresAt) <= now()

  const write = async (session: Session | null): Promise<Result<null>> => {
    const key = vault.key('session')
    if (!key.ok) return key
    const sealed = seal(key.value, Buffer.from(JSON.stringify(session)), CONTEXT)
    await writeAtomically(file, (handle) => writeAll(handle, sealed))
    return ok(null)
  }
  return {
    signIn: async ({ serverUrl, email, password }) => {
      const address = await addressFor(vault, serverUrl)
      if (!address.ok) return address
      const session = await askSession(transport, address.value, email, password)
      if (!session.ok) return session
      const allowed = await isOwners(vault, session.value.user)
      if (!allowed.ok) return allowed
      held = { serverUrl: address.value, session: session.value }
      if (vault.isOpen()) await write(session.value)
      return ok(session.value.user)
    },
    current: () => {
      if (!held || isOver(held.session)) return err('session.expired')
      const { accessToken, user } = held.session
      return ok({ serverUrl: held.serverUrl, token: accessToken, user })
    },
    drop: async (token) => {
      if (held?.session.accessToken !== token) return
      held = null
      await write(null)
    },
    keep: async () => (held ? write(held.session) : ok(null)),
    restore: async (serverUrl) => {
      const session = await readSealed(file, vault)
      if (session) held = { serverUrl, session }
    },
    forget: () => {
      held = null
    },
  }
}

/** Before enrolment any address; afterwards only the one the laptop is enrolled at, with the vault open. */
async function addressFor(vault: Vault, text: string): Promise<Result<string>> {
  const address = serverAddress(text)
  if (!address.ok) return address
  const owner = await vault.owner()
  if (!owner.ok) return owner
  if (owner.value && !vault.isOpen()) return err('vault.locked')
  if (owner.value && owner.value.serverUrl !== address.value) return err('vault.other-server')
  return address
}

async function isOwners(vault: Vault, user: User): Promise<Result<null>> {
  const owner = await vault.owner()
  if (!owner.ok) return owner
  return owner.value && owner.value.user.id !== user.id ? err('vault.other-user') : ok(null)
}

async function askSession(
  transport: Transport,
  serverUrl: string,
  email: string,
  password: string,
): Promise<Result<Session>> {
  const answer = await transport({
    method: 'POST',
    url: `${serverUrl}/v1/sessions`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  return answer.ok ? readAnswer(answer.value, Session) : answer
}

async function readSealed(file: string, vault: Vault): Promise<Session | null> {
  const key = vault.key('session')
  const sealed = await readIfPresent(file)
  const opened = key.ok && sealed ? unseal(key.value, sealed, CONTEXT) : null
  if (!opened) return null
  const session: unknown = JSON.parse(opened.toString('utf8'))
  return Value.Check(Session, session) ? session : null
}
