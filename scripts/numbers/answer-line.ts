import { err, type Result } from '#domain/result.ts'
import type { RequestKind } from '#scripts/numbers/request-kind.ts'
import { SAMPLING_REQUESTS } from '#scripts/numbers/sampling-requests.ts'
import { SETTLEMENT_REQUESTS } from '#scripts/numbers/settlement-requests.ts'

/** Every kind of request, by its `op`: the only list of them. */
export const REQUESTS: Readonly<Record<string, RequestKind>> = {
  ...SAMPLING_REQUESTS,
  ...SETTLEMENT_REQUESTS,
}

/** A number that is none must never leave: JSON would write it as null. */
function onlyNumbers(_: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('an answer holds no number')
  return value
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function answer(request: Record<string, unknown>): Result<unknown> {
  const { op, ...rest } = request
  const given = Object.fromEntries(Object.entries(rest).filter(([name]) => name !== 'id'))
  const kind = typeof op === 'string' && Object.hasOwn(REQUESTS, op) ? REQUESTS[op] : undefined
  if (!kind) return err('numbers.op-unknown', { op: String(op), known: Object.keys(REQUESTS).join(', ') })
  try {
    const result = kind.answer(given)
    JSON.stringify(result, onlyNumbers)
    return result
  } catch (problem) {
    return err('numbers.stopped', { problem: problem instanceof Error ? problem.message : 'unknown' })
  }
}

/**
 * Answers one line: `{ op, id?, … }` → `{ id?, result }` or `{ id?, error: { code, details? } }`, in one line of JSON.
 * @returns errors `numbers.not-json`, `op-unknown`, `request-shape`, `day-unknown`, `stopped`, and those of the domain
 */
export function answerLine(line: string): string {
  const request = parse(line)
  if (typeof request !== 'object' || request === null || Array.isArray(request))
    return JSON.stringify({ error: { code: 'numbers.not-json' } })
  const given = request as Record<string, unknown>
  const result = answer(given)
  const told = result.ok ? { result: result.value } : { error: result.error }
  return JSON.stringify('id' in given ? { id: given['id'], ...told } : told)
}
