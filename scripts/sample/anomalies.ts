import { addDays } from '#domain/dates.ts'
import { KEY_COLUMNS } from '#domain/listing/columns.ts'
import type { ListingName } from '#domain/listing/listing.ts'
import { LARGE_AGREEMENT } from '#scripts/sample/conventions.ts'
import { day, decimal, type FileRow, type FileRows } from '#scripts/sample/file-rows.ts'

/** One wrong thing put into the sample on purpose: where it is and the rule that must find it. */
export interface Planted {
  readonly agreementNo: string
  readonly listing: ListingName
  /** What the row is called on screens. */
  readonly id: string
  readonly rule: string
  readonly severity: 'E' | 'W' | 'F'
}

type Plant = (rows: FileRows) => readonly [ListingName, FileRow | undefined]

const change =
  (listing: ListingName, at: number, patch: (row: FileRow, rows: FileRows) => FileRow): Plant =>
  (rows) => {
    const row = rows[listing][at]
    if (row) Object.assign(row, patch(row, rows))
    return [listing, row]
  }
const iso = (belgian = ''): string => belgian.split('/').reverse().join('-')

/** What is planted, each on rows of its own, so that one anomaly never hides another. */
export const PLANTS: readonly { rule: string; severity: Planted['severity']; plant: Plant }[] = [
  { rule: 'act-hours-mismatch', severity: 'F', plant: change('activities', 1, () => ({ hours: '5,50' })) },
  {
    rule: 'act-public-holiday',
    severity: 'F',
    plant: change('activities', 4, () => ({ date: '21/07/2025' })),
  },
  {
    rule: 'act-present-above-registered',
    severity: 'F',
    plant: change('activities', 7, ({ registered }) => ({ present: String(Number(registered) + 1) })),
  },
  {
    rule: 'act-reference-unknown',
    severity: 'E',
    plant: change('activities', 10, () => ({ technicalRef: 'COL-XXX' })),
  },
  {
    rule: 'part-agreement-late',
    severity: 'F',
    plant: change('participants', 2, ({ entryDate }) => ({
      agreementSignedDate: day(addDays(iso(entryDate), 9)),
    })),
  },
  {
    rule: 'part-outside-region',
    severity: 'F',
    plant: change('participants', 14, () => ({ postcode: '1800', nisCode: '23088' })),
  },
  {
    rule: 'part-not-unemployed',
    severity: 'F',
    plant: change('participants', 23, () => ({ registrationStatusAtEntry: 'OCCUPE' })),
  },
  {
    rule: 'cell-niss-checksum',
    severity: 'E',
    plant: change('participants', 32, ({ niss }) => ({ niss: flipLastDigit(niss ?? '') })),
  },
  {
    rule: 'part-exit-unproven',
    severity: 'F',
    plant: change('participants', 43, ({ entryDate }) => ({
      exitDate: day(addDays(iso(entryDate), 30)),
      exitOutcome: 'EMPLOI',
      exitProof: '',
      exitProofDate: '',
    })),
  },
  {
    rule: 'att-unsigned',
    severity: 'F',
    plant: change('attendance', 5, () => ({ participantSignature: 'N' })),
  },
  {
    rule: 'pay-before-convention',
    severity: 'F',
    plant: change('payments', 0, () => ({ dateLiq: '20/12/2024' })),
  },
  {
    rule: 'doc-original-not-seen',
    severity: 'W',
    plant: change('documents', 2, () => ({ originalSeen: 'N' })),
  },
  {
    rule: 'doc-same-file',
    severity: 'F',
    plant: change('documents', 6, (_row, { documents }) => ({ sha256: documents[4]?.['sha256'] ?? '' })),
  },
  {
    rule: 'staff-double-funding',
    severity: 'F',
    plant: change('counsellors', 1, ({ fteContract }) => ({
      subsidisedPost: 'ACS',
      otherFundingPct: '50',
      fteOnAction: decimal(Number((fteContract ?? '1').replace(',', '.')) * 0.8),
    })),
  },
]

const flipLastDigit = (text: string): string => text.slice(0, -1) + String((Number(text.at(-1)) + 1) % 10)

/** The same words as `rowLabel` of the domain: what a row is called on screens. */
const idOf = (listing: ListingName, row: FileRow): string =>
  KEY_COLUMNS[listing].map((key) => row[key] ?? '').join(' · ')

/** Every eleventh convention gets one of each; the large one too. */
export function isTainted(index: number, agreementNo: string): boolean {
  return index % 11 === 3 || agreementNo === LARGE_AGREEMENT
}

/** Changes rows in place and says what was done. */
export function plantAnomalies(agreementNo: string, rows: FileRows): Planted[] {
  return PLANTS.flatMap(({ rule, severity, plant }) => {
    const [listing, row] = plant(rows)
    return row ? [{ agreementNo, listing, id: idOf(listing, row), rule, severity }] : []
  })
}
