import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import {
  confirmDraw,
  extendSample,
  markUnavailable,
  pickLine,
  replaceLine,
} from '#domain/sampling/change-sample.ts'
import type { SampleDefinition } from '#domain/sampling/definition.ts'
import { drawSample } from '#domain/sampling/draw-sample.ts'
import { redrawSample } from '#domain/sampling/redraw-sample.ts'
import { SampleRecord } from '#domain/sampling/sample-record.ts'
import { codeOf, define, populationWith, valueOf } from '#test/domain/sampling/support.ts'

const released = readFileSync('test/fixtures/samples/released-v1.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as SampleRecord)

const because = (on: string) => ({ reason: 'La pièce est chez le réviseur.', on })

/** Every kind of step, one after the other, where the method has it. */
function worked(given: Partial<SampleDefinition>): SampleRecord {
  const amounts = Array.from({ length: 90 }, (_, at) => 1000 + ((at * 7919) % 9001))
  const population = populationWith(amounts, ['A', 'B', 'C'])
  const definition = define({ sigma: 100, rateDeviation: 0.05, wrongLines: 5, size: 24, ...given })
  let record = valueOf(drawSample(population, definition, '2025-11-20', 'c0'.repeat(32))).record
  const drawn = record.units.find(({ part }) => part === 'SAMPLED')?.id ?? ''
  const replaced = replaceLine(record, drawn, because('2025-11-21'))
  if (replaced.ok) record = replaced.value
  const apart =
    record.population.lines.find(([id]) => !record.units.some((unit) => unit.id === id))?.[0] ?? ''
  record = valueOf(pickLine(record, apart, because('2025-11-22')))
  record = valueOf(extendSample(record, given.method === 'VALUE_SHARE' ? 0.55 : 40, because('2025-11-23')))
  record = valueOf(markUnavailable(record, record.units.at(0)?.id ?? '', because('2025-11-24')))
  return valueOf(confirmDraw(record, 'd1'.repeat(32), because('2025-11-25')))
}

const WORKED = [
  { method: 'SIMPLE_RANDOM' },
  { method: 'STRATIFIED', highValueFrom: 9500 },
  { method: 'STRATIFIED', allocation: 'NEYMAN', sigmas: { A: 100, B: 300.5, C: 200 } },
  { method: 'MUS_STANDARD' },
  { method: 'MUS_STANDARD', byStratum: true },
  { method: 'MUS_CONSERVATIVE' },
  { method: 'DISCOVERY' },
  { method: 'VALUE_SHARE', minimum: { share: 0.1, lines: 10 } },
  { method: 'NON_STATISTICAL', selection: 'PPS' },
] as const satisfies readonly Partial<SampleDefinition>[]

/** Every place of a record, as a path. */
function placesOf(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  const inner = Object.entries(value).flatMap(([key, one]) =>
    placesOf(one, [...path, Array.isArray(value) ? Number(key) : key]),
  )
  return Array.isArray(value) ? [path, ...inner] : inner
}

/** Another value of the same kind. */
function otherThan(value: unknown): unknown {
  if (typeof value === 'number') return value < 1 ? value / 2 + 0.1 : value * 3 + 1
  if (typeof value === 'boolean') return !value
  if (Array.isArray(value)) return value.slice(1)
  return /^[0-9a-f]{64}$/.test(String(value)) ? 'e2'.repeat(32) : `${String(value)}x`
}

function mutate(record: SampleRecord, path: readonly (string | number)[]): SampleRecord {
  const copy = structuredClone(record)
  const last = path.at(-1) ?? ''
  const holder = path
    .slice(0, -1)
    .reduce<Record<string, unknown>>(
      (inner, key) => inner[key] as Record<string, unknown>,
      copy as unknown as Record<string, unknown>,
    )
  holder[last] = otherThan(holder[last])
  return copy
}

/**
 * What is free: nothing in the record says otherwise. Parameters that only advise a size do not decide a draw whose size
 * was chosen; reasons, days that stay in order and the convention's hash are words of the inspector.
 */
const FREE =
  /^(format|convention|definition\/(confidence|materiality|expectedRate|sigma|rateDeviation|wrongLines|finiteCorrection|minimum\/(share|lines))|steps\/\d+\/(reason|on|convention))$/

/** A record that is none is told before it is drawn. */
const isSame = (record: SampleRecord): boolean => {
  if (!Value.Check(SampleRecord, record)) return false
  const redraw = redrawSample(record)
  return redraw.ok && redraw.value.identical
}

describe('a record drawn again', () => {
  it.each(
    released.map(
      (record) => [`${record.definition.method}, ${record.population.count} lines`, record] as const,
    ),
  )('of the first version of the rules is what it was: %s', (_, record) => {
    expect(valueOf(redrawSample(record))).toMatchObject({ identical: true, differences: [], problem: null })
  })

  it.each(WORKED)('is itself after every kind of step, and after JSON: %o', (given) => {
    const record = JSON.parse(JSON.stringify(worked(given))) as SampleRecord
    expect(valueOf(redrawSample(record))).toMatchObject({ identical: true, differences: [] })
  })

  it.each(WORKED)(
    'tells every field that was altered: %o',
    (given) => {
      const record = worked(given)
      // lines are alike: the first ones stand for all
      const places = placesOf(record).filter((path) =>
        path.every((key) => typeof key === 'string' || key < 6),
      )
      const silent = places
        .filter((path) => path[0] !== 'version' && isSame(mutate(record, path)))
        .map((path) => path.join('/'))
      const isShare = given.method === 'VALUE_SHARE'
      const allowed = (path: string): boolean =>
        FREE.test(path) || (isShare && (path === 'definition/size' || path.startsWith('definition/minimum')))
      expect(silent.filter((path) => !allowed(path))).toEqual([])
    },
    60_000,
  )

  it('tells steps in another order, a step that is gone, a step twice', () => {
    const record = worked({ method: 'SIMPLE_RANDOM' })
    const { steps } = record
    for (const at of steps.keys()) {
      const others = steps.filter((_, place) => place !== at)
      const isFree = steps[at]?.kind === 'CONFIRM'
      expect(isSame({ ...record, steps: others }), `without step ${at + 1}`).toBe(isFree)
    }
    const swapped = [steps[0]!, steps[2]!, steps[1]!, ...steps.slice(3)]
    expect(isSame({ ...record, steps: swapped })).toBe(false)
    expect(isSame({ ...record, steps: [steps[0]!, steps[1]!, ...steps.slice(1)] })).toBe(false)
    expect(isSame({ ...record, steps: [steps[0]!, ...steps] })).toBe(false)
  })

  it('tells lines in another order, a line twice, a foreign line', () => {
    const record = worked({ method: 'DISCOVERY' })
    const { units } = record
    const [first, second, ...rest] = units
    const foreign = { ...first!, id: 'L-999999' }
    for (const altered of [[second!, first!, ...rest], [...units, first!], [...units, foreign], rest])
      expect(isSame({ ...record, units: altered })).toBe(false)
    const told = valueOf(redrawSample({ ...record, units: [...units, foreign] }))
    expect(told.differences).toEqual([{ id: 'L-999999', recorded: first!.part, redrawn: null }])
  })

  it('tells a size that the definition does not give', () => {
    const population = populationWith(Array.from({ length: 120 }, () => 1000))
    const { record } = valueOf(
      drawSample(population, define({ method: 'DISCOVERY', wrongLines: 6 }), '2025-11-20'),
    )
    const other = { ...record, definition: { ...record.definition, wrongLines: 12 } }
    expect(valueOf(redrawSample(other)).differences[0]).toEqual({
      ...{ id: 'steps/1/target', recorded: '38', redrawn: '20' },
    })
  })

  it('says why when the steps cannot be taken again', () => {
    const record = worked({ method: 'SIMPLE_RANDOM' })
    const steps = record.steps.map((step) => (step.kind === 'REPLACE' ? { ...step, id: 'L-999999' } : step))
    expect(valueOf(redrawSample({ ...record, steps }))).toMatchObject({
      ...{ identical: false, problem: { code: 'sampling.not-in-sample' } },
    })
    const lines = [...record.population.lines, record.population.lines[0]!]
    expect(valueOf(redrawSample({ ...record, population: { ...record.population, lines } }))).toMatchObject({
      ...{ identical: false, problem: { code: 'sampling.id-twice' } },
    })
  })

  it('is not judged by rules of another version', () => {
    const record = worked({ method: 'SIMPLE_RANDOM' })
    for (const version of [0, 99])
      expect(codeOf(redrawSample({ ...record, version }))).toBe('sampling.version-unknown')
  })
})

describe('somebody who has docs/formulas.md and nothing else', () => {
  const hasPython = spawnSync('python3', ['--version']).status === 0

  it.runIf(hasPython)('draws every sample again, line by line', () => {
    const records = [
      ...released,
      ...WORKED.map(worked),
      ...WORKED.map((given) => worked({ ...given, seed: 'Zoé 𝄞' })),
    ]
    const input = records.map((record) => JSON.stringify(record)).join('\n')
    const { stdout, stderr } = spawnSync('python3', ['test/domain/sampling/redraw.py'], {
      input,
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    const told = stdout.trim().split('\n')
    expect(told.map((line) => JSON.parse(line) as unknown)).toEqual(
      records.map(({ units }) => ({ units: units.map(({ id, part }) => [id, part]) })),
    )
  })
})

describe('a value share', () => {
  it('stops at the first line that reaches it, where binary numbers would go on', () => {
    const population = populationWith(Array.from({ length: 200 }, () => 1000))
    const { record } = valueOf(drawSample(population, define({ method: 'VALUE_SHARE' }), '2025-11-20'))
    const sizes = [0.4, 0.55, 0.7, 0.85].map((share) => {
      const extended = valueOf(extendSample(record, share, because('2025-11-21')))
      return extended.units.length / 200
    })
    // 0.55 × 200,000 is 110,000.00000000001 in binary: one line more
    expect(sizes).toEqual([0.4, 0.55, 0.7, 0.85])
  })

  it('of an older record goes on by the rules it was drawn with', () => {
    const old = released.find(({ definition }) => definition.seed.includes('VALUE_SHARE|equal'))!
    const further = valueOf(extendSample(old, 0.85, because('2025-11-26')))
    expect(further.version).toBe(1)
    expect(isSame(further)).toBe(true)
  })
})
