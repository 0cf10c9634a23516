import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { answerLine, REQUESTS } from '#scripts/numbers/answer-line.ts'

const ask = (request: object): unknown => JSON.parse(answerLine(JSON.stringify(request)))
const resultOf = (request: object): unknown => (ask(request) as { result: unknown }).result

describe('npm run numbers', () => {
  it('answers one JSON line per line, with the id of the request', () => {
    const lines = [
      { op: 'retention', id: 'a', lastPayment: '2026-03-12' },
      { op: 'identifier', id: 'b', kind: 'enterprise', text: '2000021323' },
    ]
    const input = `${lines.map((line) => JSON.stringify(line)).join('\n')}\n\nno JSON\n`
    const run = spawnSync(process.execPath, ['scripts/numbers.mjs'], { encoding: 'utf8', input })
    expect(run.status).toBe(0)
    expect(
      run.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      { id: 'a', result: '2031-12-31' },
      { id: 'b', result: { valid: false, digits: null } },
      { error: { code: 'numbers.not-json' } },
    ])
  })

  it.each(Object.keys(REQUESTS))('answers the example of %s', (op) => {
    const answer = ask({ op, ...REQUESTS[op]?.example })
    const refused = op === 'apply-projection'
    expect(answer).toHaveProperty(refused ? 'error' : 'result')
    expect(JSON.stringify(answer)).not.toContain('null,null')
  })

  it('recomputes the vectors of the guidance (docs/formulas.md)', () => {
    const srs = { op: 'size', count: 3852, amount: 46_501_186 }
    const definition = { confidence: 0.8, materiality: 0.02, expectedRate: 0.0124, sigma: 518, z: 1.282 }
    expect(resultOf({ ...srs, definition: { ...definition, method: 'SIMPLE_RANDOM' } })).toMatchObject({
      raw: expect.closeTo(52.3905, 3) as number,
      target: 53,
    })
    const mus = {
      method: 'MUS_STANDARD',
      confidence: 0.9,
      materiality: 0.02,
      expectedRate: 0.004,
      rateDeviation: 0.085,
    }
    expect(
      resultOf({ op: 'size', count: 3852, amount: 4_199_882_024, definition: { ...mus, z: 1.645 } }),
    ).toMatchObject({
      raw: expect.closeTo(76.37, 2) as number,
      target: 77,
    })
    expect(
      resultOf({
        ...{ op: 'estimate', method: 'MUS_STANDARD', size: 69, errors: 1.096, deviation: 0.09 },
        ...{
          amount: 3_413_044_943,
          exhaustiveErrors: 7_616_805,
          tolerable: 83_997_640,
          confidence: 0.9,
          z: 1.645,
        },
      }),
    ).toMatchObject({
      error: expect.closeTo(61_829_809, -1) as number,
      precision: expect.closeTo(60_831_129, -1) as number,
      upperLimit: expect.closeTo(122_660_937, -1) as number,
      conclusion: 'INCONCLUSIVE',
    })
    expect(
      resultOf({
        ...{ op: 'estimate', method: 'MEAN', lines: 3852, size: 53, errors: 7797, deviation: 758 },
        ...{ tolerable: 930_023.72, confidence: 0.8, z: 1.282 },
      }),
    ).toMatchObject({
      error: expect.closeTo(566_680.08, 2) as number,
      precision: expect.closeTo(514_168.63, 2) as number,
    })
  })

  it('draws, extends, draws again and evaluates', () => {
    const lines = Array.from({ length: 60 }, (_, at) => ({ id: `V-${at}`, amount: 10_000 + at }))
    const definition = {
      ...{
        method: 'SIMPLE_RANDOM',
        seed: 's',
        confidence: 0.9,
        materiality: 0.02,
        expectedRate: 0.001,
        size: 12,
      },
    }
    const { record } = resultOf({ op: 'draw', lines, definition, on: '2025-11-20' }) as {
      record: { units: { id: string }[] }
    }
    expect(record.units).toHaveLength(12)
    const longer = resultOf({
      op: 'extend',
      record,
      target: 20,
      reason: 'Erreurs',
      on: '2025-12-01',
    }) as typeof record
    expect(resultOf({ op: 'redraw', record: longer })).toMatchObject({ identical: true, lines: 20 })
    const results = longer.units.map(({ id }) => ({
      id,
      found: 0,
      accepted: 0,
      cause: 'NONE',
      nature: 'RANDOM',
    }))
    expect(resultOf({ op: 'evaluate', record: longer, results })).toMatchObject({ conclusion: 'MATERIAL' })
  })

  it.each([
    ['an unknown request', { op: 'toString' }, 'numbers.op-unknown'],
    ['no request', { op: 5 }, 'numbers.op-unknown'],
    [
      'a misspelt parameter',
      { op: 'retention', lastPayment: '2026-03-12', year: 5 },
      'numbers.request-shape',
    ],
    ['a day that does not exist', { op: 'retention', lastPayment: '2026-02-30' }, 'numbers.day-unknown'],
    [
      'a sum without its population',
      { op: 'estimate', method: 'MEAN', size: 2, errors: 1, deviation: 1, tolerable: 1, confidence: 0.9 },
      'numbers.parameter-missing',
    ],
    [
      'strata without lines',
      {
        op: 'size',
        count: 10,
        amount: 5,
        definition: { method: 'STRATIFIED', sigma: 1, confidence: 0.9, materiality: 0.02, expectedRate: 0 },
      },
      'numbers.parameter-missing',
    ],
    [
      'an empty population',
      {
        op: 'draw',
        lines: [],
        definition: { method: 'DISCOVERY', seed: 's', confidence: 0.9, materiality: 0.02, expectedRate: 0 },
        on: '2025-11-20',
      },
      'sampling.empty-population',
    ],
    [
      'a deadline beyond all calendars',
      { op: 'deadline', start: '9999-12-31', rule: { count: 1, unit: 'CALENDAR_DAY', roll: false } },
      'numbers.stopped',
    ],
  ])('refuses %s by name', (_, request, code) => {
    expect(ask(request)).toMatchObject({ error: { code } })
  })
})
