import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { replaceLine } from '#domain/sampling/change-sample.ts'
import { drawSample } from '#domain/sampling/draw-sample.ts'
import type { SampleRecord } from '#domain/sampling/sample-record.ts'
import { define, populationWith, valueOf } from '#test/domain/sampling/support.ts'
import { judgeFolder, put } from '#test/main/judges.ts'

const folder = judgeFolder()
const population = populationWith(Array.from({ length: 80 }, (_, at) => 1000 + at))
const { record } = valueOf(drawSample(population, define({ size: 15 }), '2025-11-20'))

function redraw(...args: string[]): { status: number | null; text: string } {
  const run = spawnSync(process.execPath, ['scripts/sample-redraw.mjs', ...args], { encoding: 'utf8' })
  return { status: run.status, text: run.stdout + run.stderr }
}
const write = (name: string, value: unknown): string =>
  put(folder, name, new TextEncoder().encode(JSON.stringify(value)))

describe('npm run sample', () => {
  it('says that a record is what its seed draws, replacements included, and ends with 0', () => {
    const id = record.units[0]!.id
    const replaced = valueOf(replaceLine(record, id, { reason: 'Perdue.', on: '2025-11-21' }))
    const { status, text } = redraw(write('good.json', replaced), '--lang', 'en')
    expect(text).toContain(`Population: 80 lines, hash ${population.hash}`)
    expect(text).toContain('The draw is identical: 16 lines, seed “ACT-2025-0042|INSP-2025-0107”')
    expect(status).toBe(0)
  })

  it('names the lines that differ, and ends with 1', () => {
    const units = record.units.slice(1)
    const { status, text } = redraw(write('short.json', { ...record, units } satisfies SampleRecord))
    expect(text).toContain('Le tirage n’est pas identique. Différences : 1.')
    expect(text).toContain(`${record.units[0]!.id} : enregistré –, retiré SAMPLED`)
    expect(status).toBe(1)
  })

  it.each([
    [
      'a changed population',
      { population: { ...record.population, amount: 1 } },
      'population/amount: bewaard 1',
    ],
    ['another size', { definition: { ...record.definition, size: 16 } }, 'steps/1/target: bewaard 15'],
    [
      'a replacement by nobody',
      {
        steps: [...record.steps, { kind: 'REPLACE', id: record.units[0]!.id, reason: 'x', on: '2025-11-21' }],
      },
      'niet identiek: het veld /steps/1',
    ],
    [
      'a step that cannot be taken',
      { steps: [...record.steps, { kind: 'PICK', id: 'nobody', reason: 'x', on: '2025-11-21' }] },
      'Lijn nobody zit niet in de populatie',
    ],
  ])('says that it is not identical for %s, and ends with 1', (name, change, words) => {
    const { status, text } = redraw(write(`${name}.json`, { ...record, ...change }), '--lang', 'nl')
    expect(text).toContain(words)
    expect(text).toContain('niet identiek')
    expect(status).toBe(1)
  })

  it('ends with 2 for rules of another version, another file, and no file', () => {
    const { status, text } = redraw(write('version.json', { ...record, version: 99 }), '--lang', 'nl')
    expect(text).toContain('(99)')
    expect(status).toBe(2)
    expect(redraw('package.json')).toMatchObject({ status: 2 })
    expect(redraw('nothing.json').text).toContain('nothing.json')
    expect(redraw()).toMatchObject({ status: 2, text: expect.stringContaining('npm run sample') as string })
  })
})
