import path from 'node:path'
import { format, resolveConfig } from 'prettier'
import { writeColumns } from '#scripts/docs/columns.ts'
import { writeControlGrid } from '#scripts/docs/control-grid.ts'
import { writeConvention } from '#scripts/docs/convention.ts'
import { writeFormulas } from '#scripts/docs/formulas.ts'
import { writeListingRules } from '#scripts/docs/listing-rules.ts'
import { writeStates } from '#scripts/docs/states.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** The pages below `docs/` that are written from the code: the only list of them. */
export const PAGES: Readonly<Record<string, () => string>> = {
  'domain/columns.md': writeColumns,
  'domain/control-grid.md': writeControlGrid,
  'domain/convention.md': writeConvention,
  'domain/states.md': writeStates,
  'formulas.md': writeFormulas,
  'listing-rules.md': writeListingRules,
}

/** Where a page stands. */
export const placeOf = (page: string): string => path.join(root, 'docs', page)

/** What a page must hold, laid out like every file of the project. */
export async function contentOf(page: string): Promise<string> {
  const file = placeOf(page)
  return await format(PAGES[page]?.() ?? '', { ...(await resolveConfig(file)), filepath: file })
}
