import { FORM, type FormColumn, type FormSheet } from '#domain/convention/workbook/columns.ts'
import { markdownTable } from '#scripts/docs/markdown-table.ts'

const HEAD = `# The convention

Written by \`npm run docs\` from the workbook form (\`src-domain/convention/workbook\`) and the schema of a convention; a test
holds it equal. Each section below is a sheet of the form, each line one of its columns or rows; the same record travels as
JSON (\`resources/convention.schema.json\`).

The thirteen sections, the kinds of partnership, the financing by wage lump sum or unit cost and co-financing by the ESF+
are those of the office (**D**, study visit and financial guides); actual costs are those of its older measures. Amounts,
rates, thresholds, windows and deadlines are parameters with a first day of validity (**A**): nothing of them is in the
program. ● must be filled in.
`

/** The page on the convention, as Markdown that is not laid out yet. */
export const writeConvention = (): string => [HEAD, ...FORM.map(section)].join('\n')

function section({ part, columns }: FormSheet): string {
  const rows = columns.map((column) => [
    column.header.fr,
    column.header.nl,
    column.required ? '●' : '',
    contentOf(column),
  ])
  const place = part.list === undefined ? '' : ` (\`${part.list}\`)`
  return `## ${part.sheet.fr} / ${part.sheet.nl}${place}\n\n${markdownTable(['FR', 'NL', '', 'Holds'], rows)}\n`
}

const contentOf = ({ kind, choices }: FormColumn): string =>
  choices.length === 0 ? kind : `${kind}: ${choices.map(({ code }) => code).join(', ')}`
