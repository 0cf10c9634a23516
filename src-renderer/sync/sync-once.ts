import { ok, type Result } from '#domain/result.ts'
import type { HandshakeResponse } from '#domain/sync/protocol.ts'
import { retryRefused } from '#renderer/db/refused.ts'
import { addPackageKey, hasPackageKey } from '#renderer/db/store.ts'
import { keepScope, listScopes, matchHistory, noteAttempt, purgeLog } from '#renderer/db/sync-history.ts'
import { submissionsToRepeat } from '#renderer/db/sync-log.ts'
import { failureClass } from '#renderer/sync/failure-class.ts'
import type { Ports } from '#renderer/sync/ports.ts'
import { pullAll } from '#renderer/sync/pull.ts'
import { pushAll } from '#renderer/sync/push.ts'
import { uploadAll } from '#renderer/sync/upload.ts'

/** Hears how many mutations or files have gone out. */
export type OnSent = (count: number) => void

/** One whole sync: shake hands, send in order, send files, pull. Stops at the first failure that concerns all. */
export async function syncOnce(ports: Ports, onSent: OnSent): Promise<Result<null>> {
  const first = await attempt(ports, onSent)
  const again = !first.ok && failureClass(first.error) === 'epoch'
  const done = again ? await attempt(ports, onSent) : first
  await noteAttempt(done.ok ? null : done.error.code)
  if (!done.ok) return done
  for (const scope of done.value) await noteAttempt('sync.scope-revoked', scope)
  return ok(null)
}

/** Gives back the scopes that are not ours any more. */
async function attempt(ports: Ports, onSent: OnSent): Promise<Result<string[]>> {
  const ready = await greet(ports)
  if (!ready.ok) return ready
  const sent = await send(ports, onSent)
  if (!sent.ok) return sent
  const repeated = await repeatSubmissions(ports, onSent)
  if (!repeated.ok) return repeated
  const pulled = await pullAll(ports)
  if (pulled.ok) await purgeLog(Date.now())
  return pulled
}

async function greet(ports: Ports): Promise<Result<null>> {
  const hello = await ports.handshake()
  if (!hello.ok) return hello
  const matched = await matchHistory(hello.value)
  if (!matched.ok) return matched
  await keepScopes(hello.value)
  return await bringKeys(ports)
}

/** Inspections to review come by themselves; others once their package is downloaded. */
async function keepScopes({ scopes }: HandshakeResponse): Promise<void> {
  const known = new Set((await listScopes()).map(({ id }) => id))
  for (const { id, access } of scopes) {
    if (access === 'review' || known.has(id)) await keepScope(id, access)
  }
}

async function bringKeys(ports: Ports): Promise<Result<null>> {
  for (const { id } of await listScopes()) {
    if (hasPackageKey(id)) continue
    const answer = await ports.packageKey(id)
    if (!answer.ok) return answer
    addPackageKey(id, answer.value.key)
  }
  return ok(null)
}

async function send(ports: Ports, onSent: OnSent): Promise<Result<null>> {
  const files = () => uploadAll(ports, () => onSent(1))
  const pushed = await pushAll(ports, { beforeSubmission: files, onAnswered: onSent })
  return pushed.ok ? await files() : pushed
}

/** A submission refused for missing files is sent once more when they have all arrived. */
async function repeatSubmissions(ports: Ports, onSent: OnSent): Promise<Result<null>> {
  const waiting = await submissionsToRepeat()
  if (waiting.length === 0) return ok(null)
  // One of a version that was withdrawn since stays refused, to be let go.
  for (const { mid } of waiting) await retryRefused(mid)
  return await send(ports, onSent)
}
