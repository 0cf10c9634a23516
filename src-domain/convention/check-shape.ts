import type { TLocalizedValidationError } from 'typebox/error'
import { Settings } from 'typebox/system'
import { Value } from 'typebox/value'
import { checkLeaf } from '#domain/convention/check-leaf.ts'
import { Convention } from '#domain/convention/convention.ts'
import { refuse, type ConventionProblem } from '#domain/convention/convention-problem.ts'
import { leavesOf, partsOf, type Leaf } from '#domain/convention/schema-leaves.ts'
import { multiplyExactly } from '#domain/money.ts'

// The library stops at eight; all errors of a convention are told at once.
Settings.Set({ maxErrors: 10_000 })

/** What does not have the shape of a convention: one problem for each place, and why a number is none. */
export function checkShape(value: unknown): ConventionProblem[] {
  const leaves = new Map([...leavesOf(Convention, value)].map((leaf) => [leaf.path, leaf]))
  const paths = new Set([...Value.Errors(Convention, value)].flatMap(placesOf))
  // A record that may be null is wrong as a whole too when something in it is.
  const told = [...paths].filter((path) => ![...paths].some((other) => other.startsWith(`${path}/`)))
  return told.flatMap((path) => problemAt(path, leaves.get(path)))
}

/** The places of a schema error; missing properties are named. */
const placesOf = ({ instancePath, ...error }: TLocalizedValidationError): string[] =>
  error.keyword === 'required'
    ? error.params.requiredProperties.map((name) => `${instancePath}/${name}`)
    : [instancePath || '/']

function problemAt(path: string, leaf: Leaf | undefined): ConventionProblem[] {
  if (!leaf) return refuse(true, 'shape', path)
  if (leaf.value === undefined) return refuse(true, 'missing', path)
  if (typeof leaf.value === 'number') return numberProblem(path, leaf)
  const known = checkLeaf(leaf)
  if (known.length > 0) return known
  const choices = partsOf(leaf.schema).enum
  return choices ? refuse(true, 'choice', path, { allowed: choices.join(', ') }) : refuse(true, 'shape', path)
}

function numberProblem(path: string, { schema, value }: Leaf): ConventionProblem[] {
  const { minimum, maximum } = partsOf(schema)
  const isOutside = Number(value) < (minimum ?? -Infinity) || Number(value) > (maximum ?? Infinity)
  if (!isOutside || minimum === undefined) return refuse(true, 'shape', path)
  if (maximum === undefined) return refuse(true, 'below', path, { minimum, example: minimum + 1 })
  if (maximum > 1) return refuse(true, 'range', path, { minimum, maximum })
  const [most, percent] = [multiplyExactly([maximum, 100]), multiplyExactly([maximum, 50])]
  return refuse(true, 'share', path, { maximum: most, example: percent / 100, percent })
}
