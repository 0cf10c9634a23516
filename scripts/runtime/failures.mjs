/** What failed, out of the JSON reports of the test runners: `{ title, message }` each. */

/** @param report what Playwright's JSON reporter wrote */
export function playwrightFailures(report) {
  return allSpecs(report)
    .filter((spec) => !spec.ok)
    .map((spec) => ({ title: `${spec.file} › ${spec.title}`, message: lastErrors(spec).join('\n') }))
    .concat((report.errors ?? []).map(({ message }) => ({ title: 'Playwright', message: message ?? '' })))
}

/** Suites hold suites: a file, and the groups within it. */
function allSpecs({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(allSpecs)]
}

function lastErrors({ tests }) {
  const results = tests.map((test) => test.results.at(-1))
  return results.flatMap((result) => result?.errors ?? []).map(({ message }) => message ?? '')
}

/** @param report what Vitest's JSON reporter wrote; a file that could not be loaded counts by its own message */
export function vitestFailures({ testResults = [] }) {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    if (failed.length === 0 && message) return [{ title: name, message }]
    return failed.map(({ fullName, failureMessages }) => ({
      title: `${name} › ${fullName}`,
      message: failureMessages.join('\n'),
    }))
  })
}
