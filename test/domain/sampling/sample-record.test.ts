import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  drawnUnits,
  escalate,
  extendSample,
  markUnavailable,
  pickLine,
  replaceLine,
} from '#domain/sampling/change-sample.ts'
import { SAMPLING_METHODS, type SampleDefinition } from '#domain/sampling/definition.ts'
import { drawSample } from '#domain/sampling/draw-sample.ts'
import { freezePopulation } from '#domain/sampling/population.ts'
import { redrawSample } from '#domain/sampling/redraw-sample.ts'
import type { SampleRecord } from '#domain/sampling/sample-record.ts'
import { chance, codeOf, define, linesWith, populationWith, valueOf } from '#test/domain/sampling/support.ts'

const ON = '2025-11-20'
const because = { reason: 'La pièce est chez le réviseur.', on: '2025-11-21' }
const ids = (record: SampleRecord): string[] => drawnUnits(record).map(({ id }) => id)

/** A definition of each method that a population of some hundred lines can bear. */
const forMethod = (method: SampleDefinition['method'], seed = 's', size = 20): SampleDefinition =>
  define({
    ...{ method, seed, size, sigma: 100, rateDeviation: 0.05, wrongLines: 5 },
    ...{ highValueFrom: 90_000 },
  })

const amounts = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 25, maxLength: 120 })
const method = fc.constantFrom(...SAMPLING_METHODS)

const draw = (given: readonly number[], definition: SampleDefinition): SampleRecord =>
  valueOf(drawSample(populationWith(given, ['A', 'B', 'C']), definition, ON)).record

/** Lines that a stratified draw cannot do without: high values, and three of every stratum or all it has. */
function fewestOf(given: readonly number[], highValueFrom: number): number {
  const high = given.filter((amount) => amount >= highValueFrom).length
  const left = [0, 1, 2].map(
    (no) => given.filter((amount, at) => at % 3 === no && amount < highValueFrom).length,
  )
  return left.reduce((sum, lines) => sum + Math.min(3, lines), high)
}

describe('a frozen population', () => {
  it('has count, amount and a hash that the order of rows does not change', () => {
    const lines = linesWith([300, 200, 100])
    const frozen = valueOf(freezePopulation(lines))
    expect(frozen).toMatchObject({ count: 3, amount: 600 })
    expect(valueOf(freezePopulation([...lines].reverse()))).toEqual(frozen)
    expect(valueOf(freezePopulation(linesWith([300, 200, 101]))).hash).not.toBe(frozen.hash)
  })

  it.each([
    ['nothing', [], 'sampling.empty-population'],
    [
      'an id twice',
      [
        { id: 'a', amount: 1 },
        { id: 'b', amount: 1 },
        { id: 'a', amount: 2 },
      ],
      'sampling.id-twice',
    ],
    ['no id', [{ id: '', amount: 1 }], 'sampling.id-missing'],
    ['an id with a tab', [{ id: 'a\tb', amount: 1 }], 'sampling.id-unreadable'],
    ['a negative amount', [{ id: 'a', amount: -1 }], 'sampling.amount-negative'],
    ['half a cent', [{ id: 'a', amount: 0.5 }], 'sampling.amount-not-cents'],
    ['an amount that is none', [{ id: 'a', amount: NaN }], 'sampling.amount-not-cents'],
    [
      'too much money',
      ['a', 'b'].map((id) => ({ id, amount: Number.MAX_SAFE_INTEGER })),
      'sampling.amount-too-large',
    ],
  ])('refuses %s', (_, lines, code) => {
    expect(codeOf(freezePopulation(lines))).toBe(code)
  })
})

describe('a draw', () => {
  it('of the same seed is the same sample, whatever the order of rows; the record alone draws it again', () => {
    fc.assert(
      fc.property(amounts, method, fc.string({ minLength: 1 }), (given, how, seed) => {
        const lines = linesWith(given, ['A', 'B', 'C'])
        const shuffled = [...lines].sort((a, b) => ((a.amount * 7919) % 101) - ((b.amount * 7919) % 101))
        const records = [lines, shuffled].map((some) => {
          const drawn = drawSample(valueOf(freezePopulation(some)), forMethod(how, seed), ON)
          return valueOf(drawn).record
        })
        expect(records[0]).toEqual(records[1])
        const kept = JSON.parse(JSON.stringify(records[0])) as SampleRecord
        expect(valueOf(redrawSample(kept))).toMatchObject({ identical: true, differences: [] })
      }),
    )
  })

  it('has the lines it was asked for, none twice', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.constantFrom('SIMPLE_RANDOM', 'STRATIFIED', 'DISCOVERY', 'MUS_STANDARD'),
        (given, how) => {
          const definition = { ...forMethod(how, 's', 22), highValueFrom: 99_000 }
          const drawn = ids(draw(given, definition))
          expect(new Set(drawn).size).toBe(drawn.length)
          const fewest = how === 'STRATIFIED' ? fewestOf(given, definition.highValueFrom) : 0
          expect(drawn.length).toBe(Math.max(22, fewest))
        },
      ),
    )
  })

  it('takes the first of the order and nothing else decides', () => {
    const alike = (amount: number): number[] => Array.from({ length: 40 }, () => amount)
    const record = draw(alike(100), define({ size: 12, sigma: 1 }))
    expect(ids(record).slice(0, 3)).toEqual(ids(draw(alike(5), define({ size: 3, sigma: 1 }))))
  })

  it('hits lines in proportion to their amount (MUS)', () => {
    const given = Array.from({ length: 100 }, (_, at) => (at < 50 ? 100 : 300))
    const hits = Array.from({ length: 400 }, (_, at) => {
      const units = drawnUnits(draw(given, forMethod('MUS_STANDARD', `seed ${at}`, 20)))
      return units.filter(({ amount }) => amount === 300).length
    })
    const mean = hits.reduce((sum, one) => sum + one, 0) / 400
    expect(mean).toBeGreaterThan(14.7)
    expect(mean).toBeLessThan(15.3)
  })

  it('goes on until a quarter of the amount (VALUE_SHARE)', () => {
    const random = chance(7)
    const given = Array.from({ length: 90 }, () => 1 + Math.floor(random() * 50_000))
    const record = draw(given, forMethod('VALUE_SHARE'))
    const reached = drawnUnits(record).map(({ amount }) => amount)
    const total = given.reduce((sum, one) => sum + one, 0)
    const sum = reached.reduce((a, b) => a + b, 0)
    expect(sum).toBeGreaterThanOrEqual(total / 4)
    expect(sum - (reached.at(-1) ?? 0)).toBeLessThan(total / 4)
  })

  it('refuses to be without a seed', () => {
    expect(codeOf(drawSample(populationWith([1, 2]), define({ seed: '' }), ON))).toBe('sampling.seed-missing')
  })
})

describe('an extension', () => {
  it('keeps every line, adds at least what was asked, and is drawn again from the record', () => {
    fc.assert(
      fc.property(amounts, method, fc.integer({ min: 21, max: 25 }), (given, how, target) => {
        if (how === 'EXHAUSTIVE' || how === 'VALUE_SHARE') return
        const before = draw(given, { ...forMethod(how), highValueFrom: 99_000 })
        const after = valueOf(extendSample(before, target, because))
        expect(ids(after)).toEqual(expect.arrayContaining(ids(before)))
        expect(ids(after).length).toBeGreaterThanOrEqual(target)
        expect(valueOf(redrawSample(after)).identical).toBe(true)
      }),
    )
  })

  it('needs a reason, a larger target, a day that is not before, and lines that are there', () => {
    const record = draw(
      Array.from({ length: 40 }, () => 100),
      forMethod('SIMPLE_RANDOM'),
    )
    expect(codeOf(extendSample(record, 30, { ...because, reason: ' ' }))).toBe('sampling.reason-missing')
    expect(codeOf(extendSample(record, 20, because))).toBe('sampling.not-larger')
    expect(codeOf(extendSample(record, NaN, because))).toBe('sampling.not-larger')
    expect(codeOf(extendSample(record, 41, because))).toBe('sampling.size-above-population')
    expect(codeOf(extendSample(record, 30, { ...because, on: '2025-11-19' }))).toBe(
      'sampling.day-before-last-step',
    )
  })

  it('climbs 25 → 40 → … → everything as long as added lines are wrong', () => {
    let record = draw(
      Array.from({ length: 200 }, () => 1000),
      forMethod('VALUE_SHARE'),
    )
    const shares: number[] = []
    for (;;) {
      const share = valueOf(escalate(record, () => true))
      if (share === null) break
      shares.push(share)
      record = valueOf(extendSample(record, share, because))
    }
    expect(shares).toEqual([0.4, 0.55, 0.7, 0.85, 1])
    expect(drawnUnits(record)).toHaveLength(200)
    expect(valueOf(redrawSample(record)).identical).toBe(true)
  })

  it('stops climbing when only older lines are wrong, and jumps over shares already reached', () => {
    const big = draw([30_000, ...Array.from({ length: 50 }, () => 1000)], {
      ...forMethod('VALUE_SHARE'),
      seed: 'q',
    })
    const first = new Set(ids(big))
    const reached = drawnUnits(big).reduce((sum, { amount }) => sum + amount, 0) / 80_000
    const next = valueOf(escalate(big, (id) => first.has(id)))
    expect(next).toBe([0.4, 0.55, 0.7, 0.85, 1].find((share) => share > reached))
    const more = valueOf(extendSample(big, next ?? 1, because))
    expect(valueOf(escalate(more, (id) => first.has(id)))).toBeNull()
    expect(codeOf(escalate(draw([1, 2, 3, 4], forMethod('SIMPLE_RANDOM', 's', 2)), () => true))).toBe(
      'sampling.not-a-value-share',
    )
  })
})

describe('lines that are replaced, missing or picked', () => {
  const record = draw(
    Array.from({ length: 60 }, (_, at) => 1000 + at),
    forMethod('SIMPLE_RANDOM'),
  )
  const [first = ''] = ids(record)
  const outside =
    'L-000' + ['001', '002', '003', '004', '005'].find((no) => !ids(record).includes(`L-000${no}`))!

  it('give their place to the next of the order, with a reason', () => {
    const after = valueOf(replaceLine(record, first, because))
    const longer = valueOf(extendSample(record, 21, because))
    expect(new Set(ids(after))).toEqual(new Set(ids(longer).filter((id) => id !== first)))
    expect(after.units.find(({ id }) => id === first)).toMatchObject({ part: 'REPLACED' })
    expect(after.steps.at(-1)).toMatchObject({ kind: 'REPLACE', id: first, by: [ids(longer).at(-1)] })
    expect(valueOf(redrawSample(after)).identical).toBe(true)
    expect(codeOf(replaceLine(after, first, because))).toBe('sampling.not-in-sample')
    expect(codeOf(replaceLine(record, first, { ...because, reason: '' }))).toBe('sampling.reason-missing')
  })

  it('can’t be replaced where they stand for themselves or their amount drew them', () => {
    const mus = draw(
      Array.from({ length: 60 }, () => 1000),
      forMethod('MUS_STANDARD'),
    )
    expect(codeOf(replaceLine(mus, ids(mus)[0] ?? '', because))).toBe('sampling.replacement-impossible')
    const all = draw([1, 2, 3], forMethod('EXHAUSTIVE', 's', 3))
    expect(codeOf(replaceLine(all, 'L-000001', because))).toBe('sampling.replacement-impossible')
  })

  it('have nothing to be replaced by when all is drawn', () => {
    const almost = draw([5, 5, 5], define({ method: 'DISCOVERY', wrongLines: 1, size: 2 }))
    const one = valueOf(replaceLine(almost, ids(almost)[0] ?? '', because))
    expect(codeOf(replaceLine(one, ids(one)[0] ?? '', because))).toBe('sampling.nothing-left-to-draw')
  })

  it('stay in the sample when unavailable', () => {
    const after = valueOf(markUnavailable(record, first, because))
    expect(ids(after)).toEqual(ids(record))
    expect(after.units.find(({ id }) => id === first)?.unavailable).toBe(true)
    expect(codeOf(markUnavailable(record, 'nobody', because))).toBe('sampling.not-in-sample')
  })

  it('are marked and outside the draw when picked for their risk', () => {
    const after = valueOf(pickLine(record, outside, because))
    expect(ids(after)).toEqual(ids(record))
    expect(after.units.find(({ id }) => id === outside)).toMatchObject({ part: 'PICKED', picked: true })
    const all = valueOf(extendSample(after, 59, because))
    expect(valueOf(redrawSample(all)).identical).toBe(true)
    expect(codeOf(pickLine(record, first, because))).toBe('sampling.already-in-sample')
    expect(codeOf(pickLine(record, 'nobody', because))).toBe('sampling.not-in-population')
  })
})

describe('drawing again', () => {
  const record = draw(
    Array.from({ length: 60 }, (_, at) => 1000 + at),
    forMethod('SIMPLE_RANDOM'),
  )

  it('finds a line that was slipped in, left out or doubled', () => {
    const [unit] = record.units
    const fake = { ...unit!, id: record.population.lines.find(([id]) => !ids(record).includes(id))![0] }
    const changed = valueOf(redrawSample({ ...record, units: [fake, ...record.units.slice(1)] }))
    expect(changed.identical).toBe(false)
    expect(changed.differences).toEqual([
      { id: fake.id, recorded: 'SAMPLED', redrawn: null },
      { id: unit!.id, recorded: null, redrawn: 'SAMPLED' },
    ])
    expect(valueOf(redrawSample({ ...record, units: [...record.units, unit!] })).identical).toBe(false)
  })

  it('finds another seed', () => {
    const other = { ...record, definition: { ...record.definition, seed: 'another' } }
    expect(valueOf(redrawSample(other)).identical).toBe(false)
  })

  it('finds a changed population, and refuses an unknown version', () => {
    const lines = record.population.lines.map(([id, amount, stratum], at) => [
      id,
      amount + (at === 0 ? 1 : 0),
      stratum,
    ])
    const changed = { ...record, population: { ...record.population, lines } } as SampleRecord
    expect(valueOf(redrawSample(changed)).differences.map(({ id }) => id)).toContain('population/hash')
    expect(codeOf(redrawSample({ ...record, version: 99 }))).toBe('sampling.version-unknown')
  })
})
