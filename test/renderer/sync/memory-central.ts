import { mergeChange, type StoredRecord } from '#domain/sync/merge.ts'
import type { Change, Conflict, Mutation, PullResponse, PushResult } from '#domain/sync/protocol.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { newId } from '#renderer/db/new-id.ts'
import type { Ports } from '#renderer/sync/ports.ts'
import { PACKAGE_KEY } from '#test/renderer/open-test-store.ts'

type Row = StoredRecord & { readonly kind: Mutation['kind']; readonly id: string; readonly scope: string }
interface History {
  epoch: string
  seq: Map<string, number>
  records: Map<string, Row>
  conflicts: (Conflict & { scope: string })[]
  log: Map<number, { mutation: Mutation; result: PushResult }>
  blobs: Set<string>
}

/** What goes wrong at the next question of this name; `lost` does the work and loses the answer. */
export type Fault = 'none' | 'lost' | 'unreachable' | 'broken' | 'busy' | 'twice'

export const DEVICE = 'laptop'
export const POISON = 'refuse me'
export const TOO_LARGE = 'too large'

/** A central store in memory with the rules of the protocol, for one laptop; other devices write by `foreign`. */
export class MemoryCentral {
  history: History = {
    epoch: newId(),
    seq: new Map(),
    records: new Map(),
    conflicts: [],
    log: new Map(),
    blobs: new Set(),
  }
  readonly access = new Map<string, 'write' | 'review'>()
  readonly calls: string[] = []
  faults: Fault[] = []
  unreadable = new Set<string>()
  pageSize = 3

  get lastMid(): number {
    return this.history.log.size
  }

  /** A copy to go back to, as a backup would be. */
  backup(): History {
    return structuredClone(this.history)
  }
  restore(backup: History): void {
    this.history = { ...structuredClone(backup), epoch: newId() }
  }

  /** A change that comes from the office or from another laptop. */
  foreign(scope: string, kind: Mutation['kind'], rec: string, patch: Record<string, unknown>): void {
    this.#merge({ scope, kind, rec, op: 'upsert', baseVer: Number.MAX_SAFE_INTEGER, patch }, 'other', newId())
  }

  record(kind: string, id: string): Record<string, unknown> | undefined {
    const row = this.history.records.get(`${kind}/${id}`)
    return row === undefined || row.deleted ? undefined : { ...row.data }
  }

  ports(): Ports {
    const asked =
      <Q, A>(name: string, act: (question: Q) => Result<A>) =>
      async (question: Q): Promise<Result<A>> => {
        this.calls.push(name)
        return await Promise.resolve(this.#withFault(() => act(structuredClone(question))))
      }
    return {
      handshake: () => asked('handshake', () => ok(this.#hello()))(null),
      push: asked('push', (request: Parameters<Ports['push']>[0]) => this.#push(request)),
      pull: asked('pull', (query: Parameters<Ports['pull']>[0]) => this.#pull(query)),
      blobStatus: asked('blobStatus', ({ sha256 }: { sha256: string[] }) =>
        ok({ have: sha256.filter((one) => this.history.blobs.has(one)), partial: {} }),
      ),
      uploadBlob: asked('uploadBlob', ({ sha256 }: { sha256: string }) => {
        if (this.unreadable.has(sha256)) return err('file.missing')
        this.history.blobs.add(sha256)
        return ok(null)
      }),
      downloadBlob: asked('downloadBlob', () => ok(null)),
      hasFile: asked('hasFile', () => ok({ present: false })),
      listInspections: () => asked('listInspections', () => ok({ items: [] }))(null),
      readManifest: asked('readManifest', () => err('request.not-found')),
      readBlock: asked('readBlock', () => err('request.not-found')),
      packageKey: async () => await Promise.resolve(ok({ key: PACKAGE_KEY })),
    }
  }

  #withFault<A>(act: () => Result<A>): Result<A> {
    const fault = this.faults.shift() ?? 'none'
    if (fault === 'unreachable') return err('central.unreachable')
    if (fault === 'broken') return err('request.unexpected')
    if (fault === 'busy') return err('request.too-many', { seconds: 7 })
    if (fault === 'twice') act()
    const answer = act()
    return fault === 'lost' ? err('central.unreachable') : answer
  }

  #hello() {
    const scopes = [...this.access].map(([id, access]) => ({
      id,
      access,
      seq: this.history.seq.get(id) ?? 0,
    }))
    const { epoch } = this.history
    return { epoch, lastMid: this.lastMid, lastHash: null, serverTime: new Date(0).toISOString(), scopes }
  }

  #push({ epoch, mutations }: Parameters<Ports['push']>[0]): ReturnOf<'push'> {
    if (epoch !== this.history.epoch) return err('sync.epoch')
    if (mutations.some(({ patch }) => patch['title'] === TOO_LARGE)) return err('request.too-large')
    const known = mutations.filter(({ mid }) => mid <= this.lastMid)
    if (known.some(({ mid, id }) => this.history.log.get(mid)?.mutation.id !== id)) return err('sync.forked')
    const next = this.lastMid + 1
    const fresh = mutations.filter(({ mid }) => mid >= next)
    if (fresh.some(({ mid }, at) => mid !== next + at)) return err('sync.gap', { expectedMid: next })
    for (const mutation of fresh)
      this.history.log.set(mutation.mid, { mutation, result: this.#apply(mutation) })
    const results = mutations.flatMap(({ mid }) => this.history.log.get(mid)?.result ?? [])
    return ok({ lastMid: this.lastMid, results })
  }

  #apply(mutation: Mutation): PushResult {
    const refused = (reason: string, missing?: string[]): PushResult => ({
      ...{ mid: mutation.mid, outcome: 'rejected', seq: null, reason },
      ...(missing === undefined ? {} : { missing }),
    })
    if (this.access.get(mutation.scope) === undefined) return refused('sync.no-access')
    if (mutation.patch['title'] === POISON) return refused('sync.invalid')
    if (mutation.kind === 'submission') {
      const named = [...this.history.records.values()].flatMap(({ data }) => data['sha256'] ?? []) as string[]
      const missing = named.filter((one) => !this.history.blobs.has(one))
      if (missing.length > 0) return refused('sync.blobs-missing', missing)
    }
    return this.#merge(mutation, DEVICE, mutation.id, mutation.mid)
  }

  #merge(
    change: Pick<Mutation, 'scope' | 'kind' | 'rec' | 'op' | 'baseVer' | 'patch'>,
    device: string,
    id: string,
    mid = 0,
  ): PushResult {
    const { scope, kind, rec } = change
    const seq = (this.history.seq.get(scope) ?? 0) + 1
    this.history.seq.set(scope, seq)
    const key = `${kind}/${rec}`
    const merged = mergeChange(this.history.records.get(key), { ...change, device, seq })
    this.history.records.set(key, { ...merged.record, kind, id: rec, scope })
    const { outcome, reason, lost } = merged
    if (reason === undefined) return { mid, outcome, seq: merged.record.seq }
    this.history.conflicts.push({ id, scope, kind, rec, reason, fields: lost, seq, resolved: false })
    return { mid, outcome, seq: merged.record.seq, reason, fields: lost }
  }

  #pull({ scope, since }: Parameters<Ports['pull']>[0]): Result<PullResponse> {
    if (this.access.get(scope) === undefined) return err('sync.scope-revoked')
    const rows = [...this.history.records.values()].filter((row) => row.scope === scope && row.seq > since)
    const found = rows.sort((a, b) => a.seq - b.seq)
    const page = found.slice(0, this.pageSize)
    const more = found.length > page.length
    const next = more ? (page.at(-1)?.seq ?? since) : Math.max(since, this.history.seq.get(scope) ?? 0)
    const conflicts = this.history.conflicts.filter(
      (one) => one.scope === scope && one.seq > since && one.seq <= next,
    )
    const changes = page.map(({ kind, id, seq, deleted, data }): Change => ({
      ...{ kind, id, seq, deleted },
      ...(deleted ? {} : { data: { ...data } }),
    }))
    return ok({ epoch: this.history.epoch, changes, conflicts, next, more })
  }
}

type ReturnOf<N extends keyof Ports> = Awaited<ReturnType<Ports[N]>>
