import { Type, type Static, type TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { err, ok, type Details, type Result } from '#domain/result.ts'

/** Longest wait for the next byte of an answer. */
export const SILENCE_MS = 30_000

/** `fetch` as Electron's network stack and Node both have it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

export interface HttpRequest {
  readonly method: string
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array<ArrayBuffer>
}

/** An answer with all its bytes. `complete` is false when the connection broke on the way. */
export interface HttpAnswer {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Buffer
  readonly complete: boolean
}

export interface TransportOptions {
  readonly fetch: Fetch
  readonly silenceMs?: number
}

/** One request, one answer. Errors: `central.unreachable`, `central.untrusted` (the TLS certificate). */
export type Transport = (request: HttpRequest) => Promise<Result<HttpAnswer>>

/** A request ends when nothing came for `silenceMs`; redirects are refused, so that a token never goes elsewhere. */
export function createTransport({ fetch, silenceMs = SILENCE_MS }: TransportOptions): Transport {
  return async ({ method, url, headers = {}, body }) => {
    const watch = watchSilence(silenceMs)
    const init: RequestInit = {
      method,
      headers,
      body: body ?? null,
      credentials: 'omit',
      redirect: 'error',
      signal: watch.signal,
    }
    try {
      const response = await fetch(url, init)
      watch.heard()
      const { bytes, complete } = await readBody(response, watch.heard)
      return ok({ status: response.status, headers: response.headers, bytes, complete })
    } catch (problem) {
      return err(isTlsProblem(problem) ? 'central.untrusted' : 'central.unreachable')
    } finally {
      watch.stop()
    }
  }
}

/** What came of a body, also when the connection broke before its end. */
async function readBody(
  response: Response,
  heard: () => void,
): Promise<{ bytes: Buffer; complete: boolean }> {
  const parts: Uint8Array[] = []
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = response.body?.getReader()
  try {
    for (;;) {
      const part = await reader?.read()
      if (!part || part.done) return { bytes: Buffer.concat(parts), complete: true }
      heard()
      parts.push(part.value)
    }
  } catch {
    return { bytes: Buffer.concat(parts), complete: false }
  }
}

function watchSilence(silenceMs: number): { signal: AbortSignal; heard: () => void; stop: () => void } {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), silenceMs)
  return { signal: controller.signal, heard: () => timer.refresh(), stop: () => clearTimeout(timer) }
}

function isTlsProblem(problem: unknown): boolean {
  const cause = problem instanceof Error ? `${problem.message} ${codeOf(problem.cause)}` : ''
  return /ERR_CERT|ERR_SSL|ERR_TLS|CERT_|SELF_SIGNED|UNABLE_TO_VERIFY/.test(cause)
}

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : ''

const Failure = Type.Object({
  code: Type.String({ pattern: '^[a-z-]+\\.[a-z-]+$' }),
  details: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
})

/** The value of an answer, checked by its schema; a failure status becomes the code in its body. */
export function readAnswer<T extends TSchema>(answer: HttpAnswer, schema: T): Result<Static<T>> {
  if (!answer.complete) return err('central.unreachable')
  const body = parse(answer.bytes)
  if (answer.status >= 400) return readFailure(answer, body)
  return Value.Check(schema, body) ? ok(body) : err('central.unreadable-answer')
}

/** The failure an answer tells, with how long to wait when the server says so. */
export function readFailure(answer: HttpAnswer, body: unknown = parse(answer.bytes)): Result<never> {
  const wait = Number(answer.headers.get('retry-after'))
  const pause: Details = wait > 0 ? { seconds: wait } : {}
  if (!Value.Check(Failure, body)) return err('central.failed', { status: answer.status, ...pause })
  const details = { ...body.details, ...pause }
  return Object.keys(details).length > 0 ? err(body.code, details) : err(body.code)
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
