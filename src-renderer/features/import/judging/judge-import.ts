import type { Convention } from '#domain/convention/convention.ts'
import { columnIdsOf } from '#domain/listing/columns.ts'
import { judgeSteps, openListingFiles, type ImportedListing } from '#domain/listing/import-listings.ts'
import { judgeAgain } from '#domain/listing/judge/judge-again.ts'
import { JUDGING_ORDER } from '#domain/listing/judge/register.ts'
import type { LoadedListing } from '#domain/listing/judge/judge-listings.ts'
import { mergeCorrected } from '#domain/listing/merge-corrected.ts'
import type { ListingFile, OpenedFile } from '#domain/listing/open-listing-file.ts'
import type { VersionFile } from '#domain/package/package-version.ts'
import { ok, type Result } from '#domain/result.ts'
import type { JudgedListing, ListingThere } from '#renderer/features/import/judging/listing-there.ts'
import {
  firstLines,
  layoutOf,
  restateCorrected,
  restateSheet,
  restateStored,
} from '#renderer/features/import/judging/restate.ts'
import { isSameJudgement } from '#renderer/features/import/judging/same-judgement.ts'

/** A file to be imported. */
export interface FileToJudge {
  readonly read: ListingFile & { readonly extractedOn: string }
  readonly file: VersionFile
  /** Its rows are added to the listing that is there. */
  readonly adds: boolean
}

/** Everything an import is judged with. */
export interface ImportOrder {
  readonly files: readonly FileToJudge[]
  readonly there: readonly ListingThere[]
  readonly convention: Convention
}

interface OpenFile extends FileToJudge {
  readonly opened: OpenedFile
}

/**
 * Reads files and judges the whole package they make together with the listings that are there: rows that are added
 * first take their place in their listing, and in the end every row of every listing is judged again.
 * @returns the listings that change, those of the files first; errors `import.*` with `fileName`
 */
export async function judgeImport(
  order: ImportOrder,
  onProgress: (done: number, of: number) => void,
): Promise<Result<JudgedListing[]>> {
  const opened = await openListingFiles(
    order.files.map(({ read }) => read),
    order.convention,
  )
  if (!opened.ok) return opened
  const files = order.files.flatMap((file, at) => {
    const one = opened.value[at]
    return one ? [{ ...file, opened: one }] : []
  })
  return ok(judgeAll(files, order, progressOf(files, order, onProgress)))
}

type Steps<T> = Generator<number | { readonly done: number }, T, void>
type Run = <T>(steps: Steps<T>) => T

/** Runs steps of both kinds, and says how far all of them together are. */
function progressOf(
  files: readonly OpenFile[],
  { there }: ImportOrder,
  onProgress: (done: number, of: number) => void,
): Run {
  const read = files.reduce((sum, { opened }) => sum + opened.table.records.length, 0)
  const stored = there.reduce((sum, { rows }) => sum + rows.length, 0)
  const of = there.length === 0 ? 3 * read : 5 * read + 2 * stored
  let before = 0
  return (steps) => {
    let done = 0
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        before += done
        return step.value
      }
      done = typeof step.value === 'number' ? done + step.value : step.value.done
      onProgress(Math.min(before + done, of), of)
    }
  }
}

function judgeAll(files: readonly OpenFile[], order: ImportOrder, run: Run): JudgedListing[] {
  const { there, convention } = order
  if (there.length === 0) return judgeFiles(files, order, [], run)
  const drafts: JudgedListing[] = []
  // One after the other: a row may refer to one that another file brings or corrects.
  for (const listing of JUDGING_ORDER) {
    const its = files.filter(({ opened }) => opened.match.listing === listing)
    drafts.push(...judgeFiles(its, order, overlaid(there, drafts), run))
  }
  const again = run(judgeAgain(overlaid(there, drafts), convention))
  return again.flatMap(({ listing, rows, rejected }) => {
    const before = there.find((one) => one.listing === listing)
    const draft = drafts.find((one) => one.listing === listing) ?? (before && asItWas(before))
    if (!draft || (draft.from === null && isSameJudgement(draft.rows, rows))) return []
    const layout = layoutOf(listing, draft.source, before?.mapping ?? {})
    const refused = [...draft.rejected, ...restateStored(rejected, listing, layout)]
    return [{ ...draft, rows, rejected: refused.sort((a, b) => a.line - b.line) }]
  })
}

/** Listings with the rows of others of their name in their place. */
function overlaid(
  listings: readonly LoadedListing[],
  others: readonly LoadedListing[],
): readonly LoadedListing[] {
  const names = new Set(others.map(({ listing }) => listing))
  return [...others, ...listings.filter(({ listing }) => !names.has(listing))]
}

/** Reads files and judges them among themselves and what is known; those that add take their place in their listing. */
function judgeFiles(
  files: readonly OpenFile[],
  { there, convention }: ImportOrder,
  known: readonly LoadedListing[],
  run: Run,
): JudgedListing[] {
  if (files.length === 0) return []
  const opened = files.map((file) => file.opened)
  const imported = run(judgeSteps(opened, convention, known))
  return files.flatMap((file, at) => {
    const one = imported[at]
    if (!one) return []
    const before = there.find(({ listing }) => listing === one.listing)
    return [file.adds && before ? mergedWith(before, one, file) : asRead(one, file)]
  })
}

function asRead(imported: ImportedListing, { read, file, opened }: OpenFile): JudgedListing {
  const { listing, columns, rows, encoding, separator, headers } = imported
  return {
    ...{ listing, columns, rows, rejected: restateSheet(imported.rejected, opened) },
    source: { ...file, encoding, separator, extractedOn: read.extractedOn, headers: [...headers] },
    from: factsOf(imported, file),
    fates: null,
  }
}

const factsOf = (imported: ImportedListing, file: VersionFile): JudgedListing['from'] => {
  const { sheet, headerLine, encoding, separator, unknownHeaders, totalLines, notices } = imported
  return { file, sheet, headerLine, encoding, separator, unknownHeaders, totalLines, notices }
}

/** A listing with the rows of a file added; what was rejected before and came back in the file is not rejected twice. */
function mergedWith(
  before: ListingThere,
  imported: ImportedListing,
  { opened, file }: OpenFile,
): JudgedListing {
  const { listing, columns, rejected } = imported
  const { rows, counts } = mergeCorrected(listing, before.rows, imported.rows)
  const cameBack = new Set(firstLines(opened).values())
  const left = before.rejected.filter(({ line }) => !cameBack.has(line))
  const layout = layoutOf(listing, before.source, before.mapping)
  return {
    ...{ listing, columns, rows, rejected: [...left, ...restateCorrected(rejected, opened, layout)] },
    source: before.source,
    from: factsOf(imported, file),
    fates: counts,
  }
}

const asItWas = ({ listing, source, rows, rejected }: ListingThere): JudgedListing => ({
  ...{ listing, source, rows, rejected, columns: columnIdsOf(listing) },
  ...{ from: null, fates: null },
})
