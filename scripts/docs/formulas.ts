import { DRAWING_AGAIN } from '#scripts/docs/drawing-again.ts'
import type { Formula } from '#scripts/docs/formula.ts'
import { LIMITS } from '#scripts/docs/limits.ts'
import { PRECEDENCE } from '#scripts/docs/precedence.ts'
import { SAMPLING_FORMULAS } from '#scripts/docs/sampling-formulas.ts'
import { SETTLEMENT_FORMULAS } from '#scripts/docs/settlement-formulas.ts'
import { UNION_RATES_CHAPTER } from '#scripts/docs/union-rates.ts'
import { answerLine, REQUESTS } from '#scripts/numbers/answer-line.ts'
import type { RequestKind } from '#scripts/numbers/request-kind.ts'

/** Every formula, by chapter. */
export const FORMULAS = { ...SAMPLING_FORMULAS, ...SETTLEMENT_FORMULAS }

const HEAD = `# Formulas

Written by \`npm run docs\` from \`scripts/docs/*-formulas.ts\` and \`scripts/numbers\`; a test holds it equal. Every rate,
threshold and time limit is a dated parameter of the measure or convention; amounts are whole cents.

N, n: lines of the population and of the sample; BV: declared amount; E: error (declared − accepted); CL: confidence, two-sided
for the normal-theory methods and one-sided for discovery, Clopper–Pearson and conservative MUS; index s: the sampled part,
lines that are all checked apart.
`

const REQUESTS_HEAD = `## Recomputing: \`npm run numbers\`

One JSON request per line on standard input, one JSON answer per line on standard output:
\`{ "op": …, "id"?: …, … }\` is answered by \`{ "id"?: …, "result": … }\` or \`{ "id"?: …, "error": { "code": …, "details"?: … } }\`.
An unknown field is refused: a misspelt parameter never passes in silence. A question mark means that the field may be
left out. Amounts are in cents where they are money of a record or claim; \`size\` and \`estimate\` take any unit.

| Error | Meaning |
| --- | --- |
| \`numbers.not-json\` | the line is no JSON object |
| \`numbers.op-unknown\` | there is no such request; \`known\` lists those there are |
| \`numbers.request-shape\` | a field is missing, unknown or of the wrong kind (\`path\`, \`problem\`) |
| \`numbers.parameter-missing\` | the request needs a field more (\`parameter\`) |
| \`numbers.day-unknown\` | a day does not exist in the calendar (\`path\`) |
| \`numbers.stopped\` | the request could not be computed (\`problem\`) |
| \`sampling.*\`, \`settlement.*\` | refusals of the trade; their texts are in \`resources/locales\` |

\`npm run sample -- FILE\` draws a recorded sample again, from its record alone, and says whether it is identical (ends with
0), not (1: any contradiction, a missing field too), or cannot be judged (2: no sample, or rules of another version).
`

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

function chapter(title: string, formulas: readonly Formula[]): string {
  const rows = formulas.map(({ name, formula, source, parameters, code }) =>
    row([name, formula, source, parameters.map((one) => `\`${one}\``).join(', '), `\`${code}\``]),
  )
  return [
    `## ${title}\n`,
    row(['', 'Formula', 'Source', 'Parameters', 'Function']),
    row(Array(5).fill('---')),
    ...rows,
    '',
  ].join('\n')
}

interface Shape {
  readonly type?: string
  readonly enum?: readonly string[]
  readonly const?: string
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape | readonly Shape[]
  readonly anyOf?: readonly Shape[]
  readonly patternProperties?: Readonly<Record<string, Shape>>
}

/** A schema in one line: `{ id: string, amount: number, stratum?: string }`. */
function shapeOf(schema: Shape): string {
  const { type, properties, required = [], items, anyOf, patternProperties } = schema
  if (schema.const !== undefined) return `"${schema.const}"`
  if (schema.enum) return schema.enum.map((one) => `"${one}"`).join(' | ')
  if (anyOf) return anyOf.map(shapeOf).join(' | ')
  if (Array.isArray(items)) return `[${(items as readonly Shape[]).map(shapeOf).join(', ')}]`
  if (items) return `[${shapeOf(items as Shape)}, …]`
  if (patternProperties) return `{ […]: ${Object.values(patternProperties).map(shapeOf).join()} }`
  if (!properties) return type ?? 'any'
  const fields = Object.entries(properties).map(
    ([name, field]) => `${name}${required.includes(name) ? '' : '?'}: ${shapeOf(field)}`,
  )
  return `{ ${fields.join(', ')} }`
}

const MOST_SHOWN = 900
const shorten = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)} …` : text)

function request([op, { about, schema, example }]: readonly [string, RequestKind]): string {
  const { properties = {}, required = [] } = schema as Shape
  const fields = Object.entries(properties).map(
    ([name, field]) => `- \`${name}\`${required.includes(name) ? '' : '?'}: \`${shapeOf(field)}\``,
  )
  const asked = JSON.stringify({ op, ...example })
  const shown = [shorten(asked), shorten(answerLine(asked))].join('\n')
  return [`### ${op}\n`, `${about}\n`, ...fields, '\n```json', shown, '```\n'].join('\n')
}

/** The page on all formulas and requests, as Markdown that is not laid out yet. */
export function writeFormulas(): string {
  const chapters = Object.entries(FORMULAS).map(([title, formulas]) => chapter(title, formulas))
  const requests = Object.entries(REQUESTS).map(request)
  const rules = [...chapters, PRECEDENCE, UNION_RATES_CHAPTER, LIMITS, DRAWING_AGAIN]
  return [HEAD, ...rules, REQUESTS_HEAD, ...requests].join('\n')
}
