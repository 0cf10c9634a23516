import { createHash } from 'node:crypto'
import type { RecordKind, RecordOf } from '#domain/sync/records.ts'
import type { PullResponse } from '#domain/sync/protocol.ts'
import type { SampleAccount } from '#scripts/sample/people-of-the-office.ts'
import type { CentralStore } from '#test/e2e/support/central-store.ts'
import { SUPERVISOR } from '#test/e2e/support/sample.ts'

/** Looks at what the central store itself holds, over its own HTTP, from a device of its own. */
export class Witness {
  private readonly store: CentralStore
  private readonly headers: Record<string, string>

  private constructor(store: CentralStore, headers: Record<string, string>) {
    this.store = store
    this.headers = headers
  }

  /** @param account whose eyes it looks with: a supervisor sees what was submitted only */
  static async of(store: CentralStore, account: SampleAccount = SUPERVISOR): Promise<Witness> {
    const token = await store.signIn(account.email, account.password)
    const authorization = `Bearer ${token}`
    const answer = await fetch(`${store.url}/v1/devices`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'witness' }),
    })
    const { deviceId } = (await answer.json()) as { deviceId: string }
    return new Witness(store, { authorization, 'x-device-id': deviceId })
  }

  private async get(route: string): Promise<Response> {
    const answer = await fetch(`${this.store.url}${route}`, { headers: this.headers })
    if (!answer.ok) throw new Error(`${route}: ${answer.status} ${await answer.text()}`)
    return answer
  }

  /** The inspection of a convention, by its id. */
  async inspectionOf(agreementNo: string): Promise<string> {
    const { items } = (await (await this.get('/v1/inspections')).json()) as {
      items: { id: string; record: { agreementNo: string } }[]
    }
    const found = items.find(({ record }) => record.agreementNo === agreementNo)
    if (!found) throw new Error(`no inspection of ${agreementNo}`)
    return found.id
  }

  /** All live records of a kind in one inspection. */
  async records<K extends RecordKind>(inspectionId: string, kind: K): Promise<RecordOf<K>[]> {
    const answer = await this.get(`/v1/sync/pull?scope=${inspectionId}&since=0&limit=2000`)
    const { changes } = (await answer.json()) as PullResponse
    return changes.filter((one) => one.kind === kind && !one.deleted).map(({ data }) => data as RecordOf<K>)
  }

  /** A stored file; throws when its bytes are not what its name says. */
  async blob(inspectionId: string, sha256: string): Promise<Buffer> {
    const bytes = Buffer.from(
      await (await this.get(`/v1/inspections/${inspectionId}/blobs/${sha256}`)).arrayBuffer(),
    )
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error(`${sha256} is damaged`)
    return bytes
  }
}
