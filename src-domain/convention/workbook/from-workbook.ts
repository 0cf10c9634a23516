import type { ConventionProblem } from '#domain/convention/convention-problem.ts'
import { conclude, judgeConvention, type ParsedConvention } from '#domain/convention/parse-convention.ts'
import { buildDraft, type FormDraft } from '#domain/convention/workbook/build-draft.ts'
import { FORM, type FormSheet } from '#domain/convention/workbook/columns.ts'
import { readSheet, type FormPart } from '#domain/convention/workbook/read-sheet.ts'
import { headerKey } from '#domain/listing/match-header.ts'
import { err, type Result } from '#domain/result.ts'
import { readWorkbook, type ReadSheet } from '#domain/table/read-workbook.ts'

/**
 * Reads the workbook form of a convention, in French or Dutch, and judges it like its JSON.
 * @returns the convention and its warnings; errors `import.convention-no-form`, `-refused` with all that is wrong, each
 *   with its cell as `path` (`Sites!D3`), and those of `readWorkbook`
 */
export async function conventionFromWorkbook(bytes: Uint8Array): Promise<Result<ParsedConvention>> {
  const workbook = await readWorkbook(bytes)
  if (!workbook.ok) return workbook
  const { sheets } = workbook.value
  const parts = FORM.map((form) => readPart(form, sheets))
  if (parts.every(({ isThere }) => !isThere)) return err('import.convention-no-form')
  const draft = buildDraft(parts)
  const { convention, problems } = judgeConvention(draft.convention)
  const unreadable = draft.problems.map((error) => ({ severity: 'E', error }) as const)
  return conclude({ convention, problems: [...unreadable, ...problems.flatMap(placedIn(draft))] })
}

/** Whether a workbook with these sheets is meant as the form of a convention: most of the form's sheets are there. */
export const isConventionForm = (sheetNames: readonly string[]): boolean =>
  FORM.filter(({ part }) => sheetNames.some((name) => isCalled({ name }, part.sheet))).length * 2 >
  FORM.length

const isCalled = (
  sheet: Pick<ReadSheet, 'name'>,
  { fr, nl }: { readonly fr: string; readonly nl: string },
): boolean => [fr, nl].some((name) => headerKey(name) === headerKey(sheet.name))

/** A part of the form from its sheet; sheets of any other name are the writer's own. */
function readPart(form: FormSheet, sheets: readonly ReadSheet[]): FormPart & { readonly isThere: boolean } {
  const [sheet, again] = sheets.filter((one) => isCalled(one, form.part.sheet))
  const { fr, nl } = form.part.sheet
  if (!sheet) return { ...without('missing', fr === nl ? fr : `${fr} / ${nl}`), isThere: false }
  return { ...(again ? without('twice', again.name) : readSheet(form, sheet)), isThere: true }
}

const without = (what: 'missing' | 'twice', sheet: string): FormPart => ({
  sheet,
  entries: [],
  problems: [{ code: `import.convention-sheet-${what}`, details: { sheet } }],
})

/** What the judge says of a cell without anything in it. */
const EMPTY = ['shape', 'choice', 'missing'].map((what) => `import.convention-${what}`)

/**
 * Says a problem of the convention of its cell, in place of its place in the JSON; an empty cell is said to be empty.
 * What only follows from a cell or a sheet that could not be read is left out.
 */
const placedIn =
  ({ places, problems, unread }: FormDraft) =>
  ({ severity, error }: ConventionProblem): ConventionProblem[] => {
    const path = String(error.details?.['path'] ?? '')
    if (unread.some((one) => meet(one, path.replace(/\/\d+(?=\/)/g, '/*')))) return []
    const found = places.find(path)
    if (!found) return [{ severity, error }]
    if (problems.some(({ details }) => details?.['path'] === found.place)) return []
    const code = found.isEmpty && EMPTY.includes(error.code) ? 'import.convention-cell-missing' : error.code
    return [{ severity, error: { code, details: { ...error.details, path: found.place } } }]
  }

/** Whether one of two places stands in the other. */
const meet = (one: string, other: string): boolean =>
  `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`)
