import { describe, expect, it } from 'vitest'
import { playwrightFailures, vitestFailures } from '#scripts/runtime/failures.mjs'

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

  it('are a file that could not be loaded, or its failed tests', () => {
    const tests = [
      { status: 'passed', fullName: 'adds', failureMessages: [] },
      { status: 'failed', fullName: 'takes away', failureMessages: ['expected 1 to be 2'] },
    ]
    const testResults = [
      { name: 'sum.test.ts', message: '', assertionResults: tests },
      { name: 'broken.test.ts', message: 'cannot find module', assertionResults: [] },
    ]
    expect(vitestFailures({ testResults })).toEqual([
      { title: 'sum.test.ts › takes away', message: 'expected 1 to be 2' },
      { title: 'broken.test.ts', message: 'cannot find module' },
    ])
  })
})
