import type { AppError, Details } from '#domain/result.ts'

/** Said of a convention: E refuses it, W lets it pass. `details.path` is the place in the JSON, `/partner/iban`. */
export interface ConventionProblem {
  readonly severity: 'E' | 'W'
  readonly error: AppError
}

const problem =
  (severity: 'E' | 'W') =>
  (wrong: boolean, code: string, path: string, details: Details = {}): ConventionProblem[] =>
    wrong ? [{ severity, error: { code: `import.convention-${code}`, details: { path, ...details } } }] : []

/** A problem that refuses the convention, when `wrong`. */
export const refuse = problem('E')
/** A problem that lets the convention pass with a warning, when `wrong`. */
export const warn = problem('W')
