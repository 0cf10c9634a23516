import grid from '#resources/control-grid.json' with { type: 'json' }
import common from '#resources/locales/fr/common.json' with { type: 'json' }
import commonNl from '#resources/locales/nl/common.json' with { type: 'json' }
import fr from '#resources/locales/fr/rule.json' with { type: 'json' }
import nl from '#resources/locales/nl/rule.json' with { type: 'json' }
import { KEY_COLUMNS } from '#domain/listing/columns.ts'
import { RULES } from '#domain/listing/judge/rule-book.ts'
import type { RuleEntry } from '#domain/listing/judge/rule.ts'
import { LISTING_NAMES, type ListingName } from '#domain/listing/listing.ts'

const HEAD = `# Rules on listings

Written by \`npm run docs\` from \`src-domain/listing/judge\` and \`resources/locales/*/rule.json\`; a test holds it equal.

**E** rejects the row. **W** accepts it with a warning. **F** accepts it and suggests a finding. **E/W**: E in a required
column, W in another, whose cell is then left empty. The point is that of the control grid; its first letters are the
section of the convention, whose clause a finding cites. \`…\` stands for a value of the row.
`

const TITLES = { ...common.listing }
const TITLES_NL = { ...commonNl.listing }
const COUNTED: Readonly<Record<RuleEntry['severity'], string>> = { E: 'rejects', W: 'warns', F: 'suggests' }

/** The page on all rules, as Markdown that is not laid out yet. */
export function writeListingRules(): string {
  const parts = [
    HEAD,
    countRules(),
    section('Every listing', null),
    ...LISTING_NAMES.map((listing) => section(titleOf(listing), listing)),
    writePoints(),
  ]
  return `${parts.join('\n')}\n`
}

const titleOf = (listing: ListingName): string =>
  `${TITLES[listing]} / ${TITLES_NL[listing]} (\`${listing}\`, key: ${KEY_COLUMNS[listing].join(' + ')})`

function countRules(): string {
  const counts = Object.entries(COUNTED).map(
    ([severity, verb]) => `${RULES.filter((rule) => rule.severity === severity).length} ${verb}`,
  )
  return `${RULES.length} rules: ${counts.join(', ')}.\n`
}

function section(title: string, listing: ListingName | null): string {
  const rows = RULES.filter((rule) => rule.listing === listing).map(row)
  return [
    `## ${title}\n`,
    '| Code | | Columns | Point | FR | NL |',
    '| - | - | - | - | - | - |',
    ...rows,
    '',
  ].join('\n')
}

function row({ code, severity, whenOptional, columns, point }: RuleEntry): string {
  const gravity = whenOptional ? `${severity}/${whenOptional}` : severity
  const cells = [
    `\`${code}\``,
    gravity,
    columns.join(', ') || 'any',
    point,
    textOf(fr, code),
    textOf(nl, code),
  ]
  return `| ${cells.join(' | ')} |`
}

const textOf = (catalog: Readonly<Record<string, string>>, code: string): string =>
  (catalog[code] ?? '').replace(/\{\{\w+\}\}/g, '…').replaceAll('|', '\\|')

function writePoints(): string {
  const used = new Set(RULES.map(({ point }) => point))
  const lines = grid.points
    .filter(({ code }) => used.has(code))
    .map(({ code, label }) => `- **${code}** ${label.fr} / ${label.nl}`)
  return ['## Control points served\n', ...lines].join('\n')
}
