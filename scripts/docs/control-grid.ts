import grid from '#resources/control-grid.json' with { type: 'json' }
import { markdownTable } from '#scripts/docs/markdown-table.ts'

const HEAD = `# Control grid

Written by \`npm run docs\` from \`resources/control-grid.json\`, version ${grid.version}; a test holds it equal.

The sections are those of a convention of the office (**D**, study visit). The points come from the European Commission's
templates for verifications (**G**), from the office's calls and guides (**D**) and from our own reading (**A**); their
wording is ours. Answers: yes, no, partial, not applicable. A point that fails may lead to: **N** an observation, **R** a
recommendation, **U** units refused, **C** an amount corrected, **S** a payment suspended, **T** formal notice or
termination, **F** referral for suspected fraud.
`

/** The page on the grid, as Markdown that is not laid out yet. */
export function writeControlGrid(): string {
  const parts = grid.sections.map(({ code, label }) => {
    const points = grid.points.filter(({ section }) => section === code)
    const rows = points.map((point) => [
      point.code,
      point.label.fr,
      point.label.nl,
      point.label.en,
      point.consequences.join(' '),
    ])
    const heads = ['Point', 'FR', 'NL', 'EN', '']
    return `## ${label.fr} / ${label.nl} / ${label.en} (\`${code}\`)\n\n${markdownTable(heads, rows)}\n`
  })
  return [HEAD, ...parts].join('\n')
}
