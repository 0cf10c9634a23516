import type { TLocalizedValidationError } from 'typebox/error'
import { Value } from 'typebox/value'
import { checkConvention } from '#domain/convention/check-convention.ts'
import { Convention } from '#domain/convention/convention.ts'
import { warn, type ConventionProblem } from '#domain/convention/convention-problem.ts'
import { inSchemaOrder } from '#domain/convention/in-schema-order.ts'
import { tidyText } from '#domain/convention/tidy-text.ts'
import { err, ok, type AppError, type Result } from '#domain/result.ts'

/** A convention that may be used, with what is unusual in it. */
export interface ParsedConvention {
  readonly convention: Convention
  readonly warnings: readonly AppError[]
}

/**
 * Reads the JSON of a convention.
 * @returns the convention and its warnings; errors `import.convention-*` with the first place that is wrong (`path`)
 *   and how many there are (`count`)
 */
export function parseConvention(json: string): Result<ParsedConvention> {
  const value = parseJson(json.replace(/^\ufeff/, ''))
  return value === undefined ? err('import.convention-not-json') : judgeConvention(value)
}

/**
 * The one judge of a convention, whatever it was read from: by schema, then by the rules of `docs/domain/convention.md`.
 * @returns the convention in the order of its schema; errors and warnings as `parseConvention`
 */
export function judgeConvention(value: unknown): Result<ParsedConvention> {
  const shape = [...Value.Errors(Convention, value)]
  const [first] = shape
  if (first) return err('import.convention-shape', { path: placeOf(first), count: shape.length })
  const unknown: string[] = []
  const convention = inSchemaOrder(Convention, value, (path) => unknown.push(path)) as Convention
  const left = unknown.flatMap((path) => warn(true, 'field-unknown', path))
  return judge(convention, [...checkConvention(convention), ...left])
}

function judge(convention: Convention, problems: readonly ConventionProblem[]): Result<ParsedConvention> {
  const errors = problems.filter(({ severity }) => severity === 'E').map(({ error }) => error)
  const [first] = errors
  if (first) return err(first.code, { ...first.details, count: errors.length })
  return ok({ convention, warnings: problems.map(({ error }) => error) })
}

/** The place of a schema error; a missing property is named. */
const placeOf = ({ instancePath, ...error }: TLocalizedValidationError): string =>
  error.keyword === 'required'
    ? `${instancePath}/${error.params.requiredProperties[0] ?? ''}`
    : instancePath || '/'

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json, (_, value: unknown) =>
      typeof value === 'string' ? tidyText(value) : value,
    ) as unknown
  } catch {
    return undefined
  }
}
