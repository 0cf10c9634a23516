import { describe, expect, it } from 'vitest'
import { rowLabel } from '#domain/listing/columns.ts'
import { importListings, type ListingFile } from '#domain/listing/import-listings.ts'
import { JUDGING_ORDER } from '#domain/listing/judge/register.ts'
import type { ListingName, RuleMark } from '#domain/listing/listing.ts'
import { sampleConvention, sampleFile, sampleFiles } from '#test/fixtures/listings/small-world.ts'

type Verdicts = Readonly<Record<string, readonly string[]>>

/** What each listing of the dossier gives by itself: what its note says, nothing else. */
const ALONE: Readonly<Record<ListingName, Verdicts>> = {
  activities: { 'A-0101': [], 'A-0102': ['F act-overlap'], 'A-0103': ['F act-public-holiday'] },
  participants: {
    'P-0001': [],
    'P-0002': ['F part-agreement-late'],
    'line 4': ['E row-column-count'],
    'P-0004': ['F part-outside-region'],
    'P-0005': [],
    'P-0006': ['F part-same-person'],
    'P-0007': ['F part-not-unemployed'],
  },
  attendance: {
    'A-0101 · P-0001': [],
    'A-0101 · P-0002': ['F att-unsigned'],
    'A-0102 · P-0001': [],
  },
  // R-02 encodes in the activities: alone, nobody encoded anything.
  counsellors: { 'R-01': ['F staff-double-funding'], 'R-02': [] },
  references: {
    'RAE-COL-01': [],
    'RAE-COL-02': [],
    'RAE-IND-01': [],
    P1: [],
    P2: [],
    S1: [],
    S2: [],
  },
  payments: { '25004501': [], '25007810': ['W pay-refund'], '25009377': [] },
  documents: { 'D-0007': [], 'D-0008': [] },
}

const HOURS = 'F part-hours-mismatch'
/** What is rightly said besides once all listings are there (`docs/domain/files.md`). */
const TOGETHER: Verdicts = {
  // R-02 leads a session a month before his contract starts, and encodes without access of his own.
  'A-0103': ['F act-public-holiday', 'F act-counsellor-outside-contract'],
  'R-02': ['F staff-no-access'],
  // The week before entry.
  'A-0101 · P-0002': ['F att-unsigned', 'F att-outside-participation'],
  // 18 h declared against 3 h of signed attendance; the others have none at all.
  'P-0001': [HOURS],
  'P-0002': ['F part-agreement-late', HOURS],
  'P-0004': ['F part-outside-region', HOURS],
  'P-0005': [HOURS],
  'P-0006': ['F part-same-person', HOURS],
  'P-0007': ['F part-not-unemployed', HOURS],
}

const said = (marks: readonly RuleMark[]): string[] =>
  marks.map(({ severity, rule }) => `${severity} ${rule}`).sort()

async function verdictsOf(files: readonly ListingFile[]): Promise<Map<ListingName, Verdicts>> {
  const imported = await importListings(files, sampleConvention())
  if (!imported.ok) throw new Error(imported.error.code)
  return new Map(
    imported.value.map(({ listing, rows, rejected }) => [
      listing,
      Object.fromEntries([
        ...rows.map(({ cells, marks }) => [rowLabel(listing, cells), said(marks)] as const),
        ...rejected.map(({ line, reasons }) => [`line ${line}`, said(reasons)] as const),
      ]),
    ]),
  )
}

const sorted = (verdicts: Verdicts): Verdicts =>
  Object.fromEntries(Object.entries(verdicts).map(([row, marks]) => [row, [...marks].sort()]))

describe('the rows of the dossier (docs/domain/columns.md)', () => {
  it.each(JUDGING_ORDER)('of %s give exactly what is noted beside them', async (listing) => {
    const verdicts = await verdictsOf([sampleFile(listing)])
    expect(verdicts.get(listing)).toEqual(ALONE[listing])
  })

  it('give nothing else together than what is rightly said of them', async () => {
    const verdicts = await verdictsOf(sampleFiles())
    for (const listing of JUDGING_ORDER) {
      const wanted = Object.entries(ALONE[listing]).map(([row, marks]) => [row, TOGETHER[row] ?? marks])
      expect(verdicts.get(listing)).toEqual(sorted(Object.fromEntries(wanted) as Verdicts))
    }
  })

  it('say where the bent row was cut', async () => {
    const imported = await importListings([sampleFile('participants')], sampleConvention())
    expect(imported.ok && imported.value[0]?.rejected[0]?.reasons[0]?.details).toEqual({
      found: 24,
      expected: 25,
    })
  })
})
