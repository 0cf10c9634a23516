import { createHash } from 'node:crypto'
import { err, ok, type Result } from '#domain/result.ts'
import type { Central } from '#main/services/central.ts'

const NOT_SATISFIABLE = 416
const PARTIAL = 206

/** Fetches things named by their SHA-256, going on where a broken connection stopped. */
export interface Downloads {
  /**
   * The bytes at a path, checked against their hash. A wrong hash is fetched once more from the beginning.
   * Errors: `package.wrong-hash`, `central.unreachable` (call again: it goes on from there), the server's.
   */
  fetch(path: string, sha256: string): Promise<Result<Buffer>>
  /** Forgets what came so far: it is plain text in memory. */
  forget(): void
}

export function createDownloads(central: Central): Downloads {
  const arrived = new Map<string, Buffer>()

  const fetchOnce = async (path: string): Promise<Result<Buffer>> => {
    const before = arrived.get(path) ?? Buffer.alloc(0)
    const headers = before.byteLength > 0 ? { range: `bytes=${before.byteLength}-` } : {}
    const answer = await central.send({ method: 'GET', path, headers }, [NOT_SATISFIABLE])
    if (!answer.ok) return answer
    const { status, bytes, complete } = answer.value
    // A refused range means everything had arrived; a full answer to a range starts again.
    const all =
      status === NOT_SATISFIABLE ? before : status === PARTIAL ? Buffer.concat([before, bytes]) : bytes
    if (complete) arrived.delete(path)
    else arrived.set(path, all)
    return complete ? ok(all) : err('central.unreachable')
  }
  const fetchTwice = async (path: string, sha256: string): Promise<Result<Buffer>> => {
    const first = await fetchOnce(path)
    if (!first.ok || isNamed(first.value, sha256)) return first
    const second = await fetchOnce(path)
    if (!second.ok || isNamed(second.value, sha256)) return second
    return err('package.wrong-hash')
  }
  return { fetch: fetchTwice, forget: () => arrived.clear() }
}

const isNamed = (bytes: Buffer, sha256: string): boolean =>
  createHash('sha256').update(bytes).digest('hex') === sha256
