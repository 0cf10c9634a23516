/** @param report what Playwright's JSON reporter wrote; gives what failed as `{ title, message }` each */
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
