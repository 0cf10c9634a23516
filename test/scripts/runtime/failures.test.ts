import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { playwrightFailures, type Failure } from '#scripts/runtime/failures.mjs'

interface Told {
  readonly passed: number
  readonly failed: number
  readonly failures: readonly Failure[]
}
const WAYS = 'test/fixtures/runs/all-ways.broken.ts'

describe('the failures of a run', () => {
  it('are found in suites within suites, with the errors of the last try', () => {
    const test = (...messages: string[]) => ({
      results: [{ errors: messages.map((message) => ({ message })) }],
    })
    const good = { file: 'a.spec.ts', title: 'holds', ok: true, tests: [test()] }
    const bad = { file: 'a.spec.ts', title: 'breaks', ok: false, tests: [test('first', 'second')] }
    const report = {
      suites: [{ specs: [good], suites: [{ specs: [bad] }] }],
      errors: [{ message: 'no worker' }],
    }
    expect(playwrightFailures(report)).toEqual([
      { title: 'a.spec.ts › breaks', message: 'first\nsecond' },
      { title: 'Playwright', message: 'no worker' },
    ])
  })

  it('are told with their message: a wrong value, a test or hook out of time, a stray rejection, a broken file', () => {
    const report = path.join(mkdtempSync(path.join(tmpdir(), 'constat-run-')), 'unit.json')
    const env = { ...process.env, CONSTAT_UNIT_REPORT: report }
    const config = 'test/fixtures/runs/vitest.config.ts'
    spawnSync('node_modules/.bin/vitest', ['run', '-c', config], { env, stdio: 'ignore' })
    const { passed, failed, failures } = JSON.parse(readFileSync(report, 'utf8')) as Told
    rmSync(path.dirname(report), { recursive: true })

    const said = Object.fromEntries(failures.map(({ title, message }) => [title, message.split('\n')[0]]))
    expect(said).toEqual({
      [`${WAYS} › expects something else`]: "expected 'a' to be 'b' // Object.is equality",
      [`${WAYS} › takes too long`]: 'Test timed out in 50ms.',
      [`${WAYS} › a group`]: 'Hook timed out in 50ms.',
      'outside of a test': 'nobody heard of it',
      'test/fixtures/runs/not-loaded.broken.ts': 'this file can not be loaded',
    })
    expect([passed, failed]).toEqual([2, 5])
  })
})
