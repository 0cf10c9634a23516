import common from '#resources/locales/fr/common.json' with { type: 'json' }
import commonNl from '#resources/locales/nl/common.json' with { type: 'json' }
import type { Column } from '#domain/listing/column.ts'
import { columnsOf, KEY_COLUMNS } from '#domain/listing/columns.ts'
import { LISTING_NAMES, type ListingName } from '#domain/listing/listing.ts'
import { markdownTable } from '#scripts/docs/markdown-table.ts'

const HEAD = `# Columns of the listings

Written by \`npm run docs\` from \`src-domain/listing/column-list.ts\` and the files beside it; a test holds it equal. How
values are read: [files](files.md). What is said of them: [listing rules](../listing-rules.md).

The office publishes no header of its listings. The columns are those of the study visit's four listings, and what the
sourced rules need to be checked (**A**, to be confirmed); those of payments are the office's own, as published (**D**,
datastore.brussels: one row is one settlement, negative amounts are refunds). ● is required: without it, or with a wrong
value, the row is rejected; any other may be absent or empty. ◆ says who a person is: never shown on a screen but on
demand, never printed.
`

/** The page on columns, as Markdown that is not laid out yet. */
export const writeColumns = (): string => [HEAD, ...LISTING_NAMES.map(section)].join('\n')

function section(listing: ListingName): string {
  const title = `## ${common.listing[listing]} / ${commonNl.listing[listing]} (\`${listing}\`, key: ${KEY_COLUMNS[listing].join(' + ')})`
  const heads = ['Column', '', 'FR', 'NL', 'Read as', 'Also found under']
  return `${title}\n\n${markdownTable(heads, columnsOf(listing).map(row))}\n`
}

function row(column: Column): string[] {
  const marks = `${column.required ? '●' : ''}${column.identity ? '◆' : ''}`
  const others = column.synonyms?.join(', ') ?? ''
  return [`\`${column.id}\``, marks, column.fr, column.nl, readAs(column), others]
}

function readAs({ type, values, min, max, maxLength }: Column): string {
  const range = min === undefined && max === undefined ? '' : ` ${min ?? ''} to ${max ?? ''}`
  const choice = values ? `: ${Object.keys(values).join(', ')}` : ''
  const length = maxLength === undefined ? '' : `, at most ${maxLength} characters`
  return `${type}${choice}${range}${length}`
}
