/**
 * Writes what a run of Vitest found, as `{ passed, failed, failures: [{ title, message }] }`, to the file that
 * CONSTAT_UNIT_REPORT names. Vitest's own JSON report gives the stack of an error, which says `STACK_TRACE_ERROR` where a
 * test ran out of time, and nothing of a hook that failed.
 */
import fs from 'node:fs'
import path from 'node:path'
import { PROJECT_ROOT } from './common.mjs'

const words = (errors) =>
  errors.flatMap(({ message, diff, stack }) => [message, diff, placeOf(stack)].filter(Boolean)).join('\n')

/** Where in our own files it happened. */
const placeOf = (stack = '') =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && !line.includes('node_modules'))
    .join('\n')

/** The errors of a file, of each group in it (their hooks), and of each test. */
function failuresOf(module) {
  const file = path.relative(PROJECT_ROOT, module.moduleId)
  const groups = [...module.children.allSuites()].map((group) => [group.fullName, group.errors()])
  const tests = [...module.children.allTests()].map((test) => [test.fullName, test.result().errors ?? []])
  return [['', module.errors()], ...groups, ...tests]
    .filter(([, errors]) => errors.length > 0)
    .map(([name, errors]) => ({ title: [file, name].filter(Boolean).join(' › '), message: words(errors) }))
}

function report(modules, unhandled) {
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  const stray = unhandled.map((error) => ({ title: 'outside of a test', message: words([error]) }))
  const failures = [...modules.flatMap(failuresOf), ...stray]
  const passed = tests.filter((test) => test.result().state === 'passed').length
  return { passed, failed: failures.length, failures }
}

/** A reporter of Vitest. */
export default class UnitReporter {
  onTestRunEnd(modules, unhandled) {
    fs.writeFileSync(process.env.CONSTAT_UNIT_REPORT, JSON.stringify(report(modules, unhandled)))
  }
}
