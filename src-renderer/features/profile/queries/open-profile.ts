import { recountIndicators, type CountedRows, type Recount } from '#domain/listing/indicators.ts'
import type { ListingRow } from '#domain/listing/listing.ts'
import { profileOf, type Profile } from '#domain/listing/profile.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { listListings, openListing, readConvention } from '#renderer/db/packages.ts'
import { yieldToPage } from '#renderer/db/yield-to-page.ts'

/** What the listings say of the participants and of the indicators. */
export interface ProfileFigures {
  /** Null without a listing of participants. */
  readonly profile: Profile | null
  readonly recounts: readonly Recount[]
  /** The period under control, that indicators are counted over. */
  readonly period: { readonly start: string; readonly end: string }
  /** The language the convention is agreed in. */
  readonly language: 'fr' | 'nl'
}

const COUNTED = ['participants', 'activities', 'attendance'] as const

/**
 * Counts the profile and the indicators of an inspection, giving the thread back all along; the rows are forgotten
 * afterwards.
 * Errors: `store.no-package` and those of `openListing`.
 */
export async function openProfile(inspectionId: string): Promise<Result<ProfileFigures>> {
  const convention = await readConvention(inspectionId)
  if (!convention) return err('store.no-package')
  const rows = await openRows(inspectionId)
  if (!rows.ok) return rows
  const { participants } = rows.value
  const profile = participants ? await inSteps(profileOf(participants)) : null
  const recounts = await inSteps(recountIndicators(convention, rows.value))
  return ok({ profile, recounts, period: convention.controlPeriod, language: convention.language })
}

async function openRows(inspectionId: string): Promise<Result<CountedRows>> {
  const present = await listListings(inspectionId)
  const rows: Partial<Record<(typeof COUNTED)[number], ListingRow[]>> = {}
  for (const name of COUNTED) {
    if (!present.some(({ listing }) => listing === name)) continue
    const opened = await openListing(inspectionId, name)
    if (!opened.ok) return opened
    rows[name] = opened.value.rows
  }
  return ok(rows)
}

async function inSteps<T>(work: Generator<void, T>): Promise<T> {
  let step = work.next()
  for (; !step.done; step = work.next()) await yieldToPage()
  return step.value
}
