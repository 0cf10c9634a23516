import { checkConvention } from '#domain/convention/check-convention.ts'
import { checkShape } from '#domain/convention/check-shape.ts'
import { Convention } from '#domain/convention/convention.ts'
import { warn, type ConventionProblem } from '#domain/convention/convention-problem.ts'
import { inSchemaOrder } from '#domain/convention/in-schema-order.ts'
import { tidyText } from '#domain/convention/tidy-text.ts'
import { err, ok, type AppError, type Result } from '#domain/result.ts'

/** How many errors of a file are told; the others are counted. */
const MOST_TOLD = 50

/** A convention that may be used, with what is unusual in it. */
export interface ParsedConvention {
  readonly convention: Convention
  readonly warnings: readonly AppError[]
}

/**
 * Reads the JSON of a convention.
 * @returns the convention and its warnings; errors `import.convention-not-json`, and `-refused` with all that is wrong
 */
export function parseConvention(json: string): Result<ParsedConvention> {
  const value = parseJson(json.replace(/^\ufeff/, ''))
  return value === undefined ? err('import.convention-not-json') : conclude(judgeConvention(value))
}

/** A value as a convention, with everything that is wrong or unusual in it. */
export interface Judgement {
  /** To be used only when no problem refuses it. */
  readonly convention: Convention
  readonly problems: readonly ConventionProblem[]
}

/** The one judge of a convention, whatever it was read from: by schema, then by the rules of `docs/domain/convention.md`. */
export function judgeConvention(value: unknown): Judgement {
  const shape = checkShape(value)
  const unknown: string[] = []
  const convention = inSchemaOrder(Convention, value, (path) => unknown.push(path)) as Convention
  const misshapen = shape.map(({ error }) => String(error.details?.['path']))
  const left = unknown.flatMap((path) => warn(true, 'field-unknown', path))
  return { convention, problems: [...shape, ...checkConvention(convention, misshapen), ...left] }
}

/** The convention with its warnings, or all that refuses it: the first of them in `others`, their number in `count`. */
export function conclude({ convention, problems }: Judgement): Result<ParsedConvention> {
  const errors = problems.filter(({ severity }) => severity === 'E').map(({ error }) => error)
  if (errors.length === 0) return ok({ convention, warnings: problems.map(({ error }) => error) })
  const details = { count: errors.length }
  return {
    ok: false,
    error: { code: 'import.convention-refused', details, others: errors.slice(0, MOST_TOLD) },
  }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json, (_, value: unknown) =>
      typeof value === 'string' ? tidyText(value) : value,
    ) as unknown
  } catch {
    return undefined
  }
}
