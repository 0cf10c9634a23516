import { judgeConvention, type ParsedConvention } from '#domain/convention/parse-convention.ts'
import { buildDraft } from '#domain/convention/workbook/build-draft.ts'
import { FORM } from '#domain/convention/workbook/columns.ts'
import type { FormPlaces } from '#domain/convention/workbook/form-place.ts'
import { readSheet, type FormPart } from '#domain/convention/workbook/read-sheet.ts'
import { headerKey } from '#domain/listing/match-header.ts'
import { err, ok, type AppError, type Result } from '#domain/result.ts'
import { readWorkbook, type ReadSheet } from '#domain/table/read-workbook.ts'

/**
 * Reads the workbook form of a convention, in French or Dutch, and judges it like its JSON.
 * @returns the convention and its warnings; errors `import.convention-*` whose `path` is the cell (`Sites!D3`), with the
 *   number of them (`count`), and those of `readWorkbook`
 */
export async function conventionFromWorkbook(bytes: Uint8Array): Promise<Result<ParsedConvention>> {
  const workbook = await readWorkbook(bytes)
  if (!workbook.ok) return workbook
  const form = findSheets(workbook.value.sheets)
  if (!form.ok) return form
  const draft = buildDraft(form.value)
  const [first] = draft.problems
  if (first) return refusal(first, draft.problems.length)
  const judged = judgeConvention(draft.convention)
  if (!judged.ok) return refusal(inWorkbook(judged.error, draft.places), 1)
  const { convention, warnings } = judged.value
  return ok({ convention, warnings: warnings.map((warning) => inWorkbook(warning, draft.places)) })
}

/** Whether a workbook with these sheets is meant as the form of a convention: most of the form's sheets are there. */
export const isConventionForm = (sheetNames: readonly string[]): boolean =>
  FORM.filter(({ part }) => sheetNames.some((name) => isCalled({ name }, part.sheet))).length * 2 >
  FORM.length

const refusal = ({ code, details }: AppError, count: number): Result<never> =>
  err(code, { count, ...details })

const isCalled = (
  sheet: Pick<ReadSheet, 'name'>,
  { fr, nl }: { readonly fr: string; readonly nl: string },
): boolean => [fr, nl].some((name) => headerKey(name) === headerKey(sheet.name))

/** The sheets of the form in their order; sheets of any other name are the writer's own. */
function findSheets(sheets: readonly ReadSheet[]): Result<FormPart[]> {
  const found = FORM.map(({ part }) => sheets.filter((sheet) => isCalled(sheet, part.sheet)))
  if (found.every((named) => named.length === 0)) return err('import.convention-no-form')
  const parts: FormPart[] = []
  for (const [at, form] of FORM.entries()) {
    const [sheet, again] = found[at] ?? []
    const { fr, nl } = form.part.sheet
    if (!sheet) return err('import.convention-sheet-missing', { sheet: fr === nl ? fr : `${fr} / ${nl}` })
    if (again) return err('import.convention-sheet-twice', { sheet: again.name })
    parts.push(readSheet(form, sheet))
  }
  return ok(parts)
}

/** An error of the convention, with the cell in place of the place in the JSON; an empty cell is said to be empty. */
function inWorkbook({ code, details = {} }: AppError, places: FormPlaces): AppError {
  const found = places.find(String(details['path'] ?? ''))
  if (!found) return { code, details }
  const isMissing = found.isEmpty && code === 'import.convention-shape'
  return {
    code: isMissing ? 'import.convention-cell-missing' : code,
    details: { ...details, path: found.place },
  }
}
