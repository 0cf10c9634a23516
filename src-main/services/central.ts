import type { Static, TSchema } from 'typebox'
import { err, ok, type Result } from '#domain/result.ts'
import type { Sessions } from '#main/services/session.ts'
import {
  readAnswer,
  readFailure,
  type HttpAnswer,
  type HttpRequest,
  type Transport,
} from '#main/services/transport.ts'

export interface Call {
  readonly method: string
  /** From `/v1/…` on. */
  readonly path: string
  readonly query?: Readonly<Record<string, string | number>>
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON; bytes are sent as they are. */
  readonly body?: unknown
}

/** The central store as the signed-in user of this laptop sees it. */
export interface Central {
  /** Asks and checks the answer. Errors: `session.expired`, `central.…`, or the code the server answers. */
  ask<T extends TSchema>(call: Call, schema: T): Promise<Result<Static<T>>>
  /** Asks for bytes or for headers; a failure status is an error here too, save those in `allow`. */
  send(call: Call, allow?: readonly number[]): Promise<Result<HttpAnswer>>
}

interface Tools {
  readonly transport: Transport
  readonly sessions: Sessions
  /** The enrolled device, or null before enrolment. */
  readonly deviceId: () => Promise<string | null>
}

export function createCentral({ transport, sessions, deviceId }: Tools): Central {
  const exchange = async (call: Call): Promise<Result<HttpAnswer>> => {
    const session = sessions.current()
    if (!session.ok) return session
    const { serverUrl, token } = session.value
    const answer = await transport(requestOf(call, serverUrl, token, await deviceId()))
    if (answer.ok && answer.value.status === 401) {
      await sessions.drop(token)
      return err('session.expired')
    }
    return answer
  }
  return {
    ask: async (call, schema) => {
      const answer = await exchange(call)
      return answer.ok ? readAnswer(answer.value, schema) : answer
    },
    send: async (call, allow = []) => {
      const answer = await exchange(call)
      if (!answer.ok) return answer
      const { status } = answer.value
      return status < 400 || allow.includes(status) ? ok(answer.value) : readFailure(answer.value)
    },
  }
}

function requestOf(
  { method, path, query = {}, headers = {}, body }: Call,
  serverUrl: string,
  token: string,
  device: string | null,
): HttpRequest {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) search.set(name, String(value))
  return {
    method,
    url: `${serverUrl}${path}${search.size > 0 ? `?${search.toString()}` : ''}`,
    headers: {
      authorization: `Bearer ${token}`,
      ...(device === null ? {} : { 'x-device-id': device }),
      ...(body === undefined || body instanceof Uint8Array ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: bytesOf(body) }),
  }
}

const bytesOf = (body: unknown): string | Uint8Array<ArrayBuffer> =>
  body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body)
