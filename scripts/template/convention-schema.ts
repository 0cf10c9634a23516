import { Convention } from '#domain/convention/convention.ts'
import { PARTS } from '#domain/convention/workbook/parts.ts'

/** A JSON Schema as it is written. */
interface Written {
  description?: string
  properties?: Record<string, Written>
  items?: Written
  anyOf?: Written[]
}

const HEAD = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://constat.example/convention.schema.json',
  title: 'Convention de partenariat / Partnershipovereenkomst',
}

/** The JSON Schema of a convention, with the French and Dutch name of every field as in the workbook form. */
export function conventionSchemaText(): string {
  const schema = JSON.parse(JSON.stringify(Convention)) as Written
  for (const { list, fields } of PARTS) {
    const entry = list === undefined ? schema : stepInto(schema, `${list}/*`)
    for (const [path, [fr, nl]] of Object.entries(fields))
      stepInto(entry, path).description = fr === nl ? fr : `${fr} / ${nl}`
  }
  return `${JSON.stringify({ ...HEAD, ...schema }, null, 2)}\n`
}

function stepInto(schema: Written, path: string): Written {
  return path
    .split('/')
    .filter((step) => step !== '')
    .reduce((at, step) => {
      const within = at.anyOf?.find(({ properties }) => properties) ?? at
      const next = step === '*' ? within.items : within.properties?.[step]
      if (!next) throw new RangeError(`the schema has no ${path}`)
      return next
    }, schema)
}
