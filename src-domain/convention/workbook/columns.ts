import type { TSchema } from 'typebox'
import { IsoDate, Text, type BilingualText } from '#domain/convention/basics.ts'
import { Convention } from '#domain/convention/convention.ts'
import { EnterpriseNo, Iban } from '#domain/convention/partner.ts'
import { partsOf, withoutNull } from '#domain/convention/schema-leaves.ts'
import { PARTS } from '#domain/convention/workbook/parts.ts'
import { choicesFor, type Choice } from '#domain/convention/workbook/choice-words.ts'
import type { Field, Part } from '#domain/convention/workbook/part.ts'
import { Cents } from '#domain/money.ts'

/** How a cell is written and read. */
export type CellKind =
  | 'text'
  | 'codes'
  | 'choice'
  | 'boolean'
  | 'day'
  | 'integer'
  | 'number'
  | 'share'
  | 'money'
  | 'enterpriseNo'
  | 'iban'

/** One column of a sheet, or one row of a sheet with a field a row. */
export interface FormColumn {
  /** Place below the entry, `text/fr`. */
  readonly path: string
  readonly header: BilingualText
  readonly kind: CellKind
  /** What may stand in it: of a choice only. */
  readonly choices: readonly Choice[]
  /** Empty stands for null. */
  readonly nullable: boolean
  /** The record it belongs to that the convention may do without, `call`; '' for none. */
  readonly within: string
  readonly required: boolean
}

/** A part with its columns; the first column of a part with an owner names the owner. */
export interface FormSheet {
  readonly part: Part
  readonly columns: readonly FormColumn[]
}

/** The path of the column that names the owner. */
export const OWNER = '..'

const stepsOf = (path: string): string[] => (path === '' ? [] : path.split('/'))

/** The schema at a place; `*` goes into a list. */
function schemaAt(schema: TSchema, path: string): TSchema {
  return stepsOf(path).reduce((at, step) => {
    const node = partsOf(withoutNull(at))
    const next = step === '*' ? node.items : node.properties?.[step]
    if (!next) throw new RangeError(`the convention has no ${path}`)
    return next
  }, schema)
}

const KNOWN: ReadonlyMap<TSchema, CellKind> = new Map<TSchema, CellKind>([
  [IsoDate, 'day'],
  [Cents, 'money'],
  [EnterpriseNo, 'enterpriseNo'],
  [Iban, 'iban'],
])

function kindOf(schema: TSchema): CellKind {
  const { type, enum: choices, maximum = Infinity } = partsOf(schema)
  const known = KNOWN.get(schema)
  if (known) return known
  if (choices) return 'choice'
  if (type === 'number' && maximum <= 1) return 'share'
  if (type === 'array') return 'codes'
  if (type === 'boolean' || type === 'integer' || type === 'number') return type
  return 'text'
}

/** The first record on the way to a place that may be null. */
function optionalRecordOf(entry: TSchema, path: string): string {
  const steps = stepsOf(path)
  const ways = steps.map((_, at) => steps.slice(0, at).join('/'))
  return ways.find((way) => way !== '' && withoutNull(schemaAt(entry, way)) !== schemaAt(entry, way)) ?? ''
}

const below = (path: string, name: string): string => (path === '' ? name : `${path}/${name}`)

function columnsOf(entry: TSchema, path: string, [fr, nl, words]: Field): FormColumn[] {
  const found = schemaAt(entry, path)
  const schema = withoutNull(found)
  const within = optionalRecordOf(entry, path)
  if (partsOf(schema).properties) {
    const text = { kind: 'text', choices: [], nullable: false, within, required: false } as const
    return (['fr', 'nl'] as const).map((language) => ({
      path: below(path, language),
      header: { fr: `${fr} (${language.toUpperCase()})`, nl: `${nl} (${language.toUpperCase()})` },
      ...text,
    }))
  }
  const choices = choicesFor(partsOf(schema).enum ?? [], words)
  const kind = kindOf(schema)
  const nullable = schema !== found
  const required = !nullable && within === '' && kind !== 'codes' && schema !== Text
  return [{ path, header: { fr, nl }, kind, choices, nullable, within, required }]
}

function layOut(part: Part): FormSheet {
  const entry = part.list === undefined ? Convention : schemaAt(Convention, `${part.list}/*`)
  const columns = Object.entries(part.fields).flatMap(([path, names]) => columnsOf(entry, path, names))
  if (!part.owner) return { part, columns }
  const [fr, nl] = part.owner.names
  const owner: FormColumn = {
    path: OWNER,
    header: { fr, nl },
    kind: 'text',
    choices: [],
    nullable: false,
    within: '',
    required: true,
  }
  return { part, columns: [owner, ...columns] }
}

/** The sheets of the workbook form. */
export const FORM: readonly FormSheet[] = PARTS.map(layOut)
