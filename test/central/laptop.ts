import { createHash, randomUUID } from 'node:crypto'
import type { Session } from '#domain/account/account.ts'
import {
  PROTOCOL_VERSION,
  type HandshakeResponse,
  type Mutation,
  type PullResponse,
  type PushResponse,
  type PushResult,
} from '#domain/sync/protocol.ts'
import type { TestCentral } from '#test/central/start-central.ts'

export interface Credentials {
  readonly email: string
  readonly password: string
}
export interface Answer<T> {
  readonly status: number
  readonly body: T & { readonly code?: string; readonly details?: Record<string, string | number> }
  readonly headers: Headers
}

/** What a change must say; the rest has usual values. */
export type Draft = Pick<Mutation, 'scope' | 'kind'> & Partial<Mutation>

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export function signIn(store: TestCentral, who: Credentials): Promise<Answer<Session>> {
  return send<Session>(store.url, 'POST', '/v1/sessions', {}, who)
}

/** One request over real HTTP. */
export async function send<T>(
  url: string,
  method: string,
  route: string,
  headers: Record<string, string>,
  body?: unknown,
): Promise<Answer<T>> {
  const typed = body === undefined ? headers : { 'content-type': 'application/json', ...headers }
  const answer = await fetch(url + route, {
    method,
    headers: typed,
    ...(body === undefined
      ? {}
      : { body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body) }),
  })
  const text = await answer.text()
  const isJson = answer.headers.get('content-type')?.includes('json') === true
  return { status: answer.status, headers: answer.headers, body: (isJson ? JSON.parse(text) : {}) as never }
}

/** A signed-in user on an enrolled laptop, that numbers its changes. */
export class Laptop {
  mid = 0
  epoch = ''
  readonly store: TestCentral
  readonly session: Session
  readonly deviceId: string

  private constructor(store: TestCentral, session: Session, deviceId: string) {
    this.store = store
    this.session = session
    this.deviceId = deviceId
  }

  static async enrol(store: TestCentral, who: Credentials): Promise<Laptop> {
    const { body: session } = await signIn(store, who)
    const authorization = `Bearer ${session.accessToken}`
    const device = await send<{ deviceId: string }>(
      store.url,
      'POST',
      '/v1/devices',
      { authorization },
      { name: 'PC' },
    )
    const laptop = new Laptop(store, session, device.body.deviceId)
    laptop.epoch = (await laptop.handshake()).body.epoch
    return laptop
  }

  get headers(): Record<string, string> {
    return { authorization: `Bearer ${this.session.accessToken}`, 'x-device-id': this.deviceId }
  }

  ask<T>(
    method: string,
    route: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    return send<T>(this.store.url, method, route, { ...this.headers, ...headers }, body)
  }

  handshake(): Promise<Answer<HandshakeResponse>> {
    const body = { protocol: PROTOCOL_VERSION, client: 'test', localTime: new Date().toISOString() }
    return this.ask('POST', '/v1/sync/handshake', body)
  }

  checkOut(id: string, takeOver = false): Promise<Answer<{ checkedOutBy: string }>> {
    return this.ask('POST', `/v1/inspections/${id}/checkout`, { takeOver })
  }

  /** Numbers a change without sending it. */
  draft(draft: Draft): Mutation {
    this.mid += 1
    const clientAt = new Date().toISOString()
    return {
      id: randomUUID(),
      mid: this.mid,
      rec: randomUUID(),
      op: 'upsert',
      baseVer: 0,
      patch: {},
      clientAt,
      ...draft,
    }
  }

  push(...mutations: Mutation[]): Promise<Answer<PushResponse>> {
    return this.ask('POST', '/v1/sync/push', { epoch: this.epoch, mutations })
  }

  /** Sends changes and gives what became of them. */
  async send(...drafts: Draft[]): Promise<PushResult[]> {
    const answer = await this.push(...drafts.map((one) => this.draft(one)))
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body.code ?? ''}`)
    return answer.body.results
  }

  pull(scope: string, since = 0, limit = 500): Promise<Answer<PullResponse>> {
    return this.ask('GET', `/v1/sync/pull?scope=${scope}&since=${since}&limit=${limit}`)
  }

  /** A record as a pull gives it. */
  async record(scope: string, id: string): Promise<PullResponse['changes'][number]> {
    const { body } = await this.pull(scope)
    const found = body.changes.find((change) => change.id === id)
    if (found === undefined) throw new Error(`no record ${id}`)
    return found
  }

  /** Uploads bytes with tus in parts; the whole from `offset` on. */
  async upload(inspectionId: string, bytes: Uint8Array, name = sha256(bytes)): Promise<number> {
    const tus = { 'tus-resumable': '1.0.0' }
    const metadata = Object.entries({ sha256: name, inspectionId }).map(
      ([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`,
    )
    const create = { ...tus, 'upload-length': String(bytes.length), 'upload-metadata': metadata.join(',') }
    const created = await this.ask('POST', '/v1/files', undefined, create)
    if (created.status !== 201) return created.status
    return (await this.sendPart(name, 0, bytes)).status
  }

  sendPart(name: string, offset: number, bytes: Uint8Array): Promise<Answer<object>> {
    return this.ask('PATCH', `/v1/files/${name}`, bytes, {
      'tus-resumable': '1.0.0',
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    })
  }
}

/** A whole finding. */
export function finding(
  scope: string,
  id: string,
  over: Record<string, unknown> = {},
): Record<string, unknown> {
  const text = { title: 'T', criterion: '', condition: '', cause: '', effect: '', recommendation: '' }
  const rest = { nature: 'RANDOM', severity: 'LOW', amount: null, pointCode: null, rows: [], binned: false }
  return { id, inspectionId: scope, number: 1, positive: false, ...text, ...rest, ...over }
}
