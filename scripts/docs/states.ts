import en from '#resources/locales/en/inspection.json' with { type: 'json' }
import fr from '#resources/locales/fr/inspection.json' with { type: 'json' }
import nl from '#resources/locales/nl/inspection.json' with { type: 'json' }
import { InspectionState } from '#domain/inspection/inspection.ts'
import { INSPECTION_STEPS, INSPECTOR_STEPS, takeStep } from '#domain/inspection/state-machine.ts'
import { markdownTable } from '#scripts/docs/markdown-table.ts'

const HEAD = `# States of an inspection

Written by \`npm run docs\` from \`src-domain/inspection/state-machine.ts\` and the catalogs; a test holds it equal. Steps in
italics are the inspector's; the central store makes the others when it applies a submission or a decision.
`

/** The page on states, as Markdown that is not laid out yet. */
export function writeStates(): string {
  const heads = ['State', 'FR', 'NL', 'EN', 'Leads to']
  const rows = InspectionState.enum.map((state) => [
    `\`${state}\``,
    fr.state[state],
    nl.state[state],
    en.state[state],
    waysOut(state),
  ])
  return `${HEAD}\n${markdownTable(heads, rows)}\n`
}

function waysOut(state: InspectionState): string {
  const ways = INSPECTION_STEPS.flatMap((step) => {
    const next = takeStep(state, step)
    const name = INSPECTOR_STEPS.includes(step) ? `_${step}_` : step
    return next.ok ? [`${name} → \`${next.value}\``] : []
  })
  return ways.join(', ') || 'nothing'
}
