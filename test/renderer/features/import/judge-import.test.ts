import { describe, expect, test } from 'vitest'
import { LISTING_NAMES, type ListingName } from '#domain/listing/listing.ts'
import { columnIdsOf, rowLabel } from '#domain/listing/columns.ts'
import type { ListingFile } from '#domain/listing/open-listing-file.ts'
import { writeWorkbook } from '#domain/table/write-workbook.ts'
import { judgeImport, type FileToJudge } from '#renderer/features/import/judging/judge-import.ts'
import type { JudgedListing, ListingThere } from '#renderer/features/import/judging/listing-there.ts'
import { countsOf } from '#renderer/features/import/judging/summarise.ts'
import { rejectedSheet } from '#renderer/features/import/rejected-sheet.ts'
import { sampleConvention, sampleFile } from '#test/fixtures/listings/small-world.ts'

const convention = sampleConvention()
const toJudge = (read: ListingFile, adds = false): FileToJudge => ({
  read: { ...read, extractedOn: '2025-11-18' },
  file: { fileName: read.fileName, sha256: 'a'.repeat(64), size: read.bytes.length },
  adds,
})
const textFile = (fileName: string, rows: readonly (readonly string[])[]): ListingFile => ({
  fileName,
  bytes: new TextEncoder().encode(rows.map((row) => row.join(';')).join('\r\n')),
})

async function judged(
  files: readonly FileToJudge[],
  there: readonly ListingThere[] = [],
  terms = convention,
): Promise<JudgedListing[]> {
  const result = await judgeImport({ files, there, convention: terms }, () => undefined)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

/** The sample package, as it stands after its first import. */
async function samplePackage(...names: ListingName[]): Promise<ListingThere[]> {
  const listings = await judged(names.map((name) => toJudge(sampleFile(name))))
  return listings.map(({ listing, source, rows, rejected }) => ({
    ...{ listing, source, rows, rejected, mapping: {} },
  }))
}
const ofName = <T extends { readonly listing: ListingName }>(all: readonly T[], name: ListingName): T => {
  const found = all.find(({ listing }) => listing === name)
  if (!found) throw new Error(`no ${name}`)
  return found
}
const keysOf = ({ listing, rows }: Pick<JudgedListing, 'listing' | 'rows'>): string[] =>
  rows.map(({ cells }) => rowLabel(listing, cells))

const words = {
  ...{ line: 'ligne', column: 'colonne', reason: 'motif' },
  say: ({ rule }: { rule: string }) => rule,
  titleOf: (id: string) => id,
}
/** What the app writes of rejected rows, with the cell that row 4 lacks put in. */
function corrected(participants: ListingThere): string[][] {
  const sheet = rejectedSheet(participants, participants.rejected, words)
  return sheet.map((row) => (row[3] === 'P-0003' ? [...row.slice(0, 5), '5550003', ...row.slice(5)] : row))
}

describe('a corrected file', () => {
  test('puts the rejected row into its listing, which keeps its other rows, its source and its header', async () => {
    const there = await samplePackage('participants', 'references', 'activities', 'attendance', 'counsellors')
    const before = ofName(there, 'participants')
    expect(before.rejected).toHaveLength(1)
    const file = toJudge(textFile('corrigées.csv', corrected(before)), true)
    const after = ofName(await judged([file], there), 'participants')
    expect(keysOf(after)).toEqual([...keysOf(before), 'P-0003'])
    expect(after.fates).toEqual({ added: 1, changed: 0, 'already-imported': 0 })
    expect(after.rejected).toEqual([])
    expect(after.source).toEqual(before.source)
    expect(after.from?.file.fileName).toBe('corrigées.csv')
    expect(new Set(after.rows.map(({ line }) => line)).size).toBe(7)
  })

  test('imported twice adds nothing, and leaves the listing as it is', async () => {
    const there = await samplePackage('participants', 'references')
    const before = ofName(there, 'participants')
    const file = toJudge(textFile('corrigées.csv', corrected(before)), true)
    const once = ofName(await judged([file], there), 'participants')
    const again = await judged([file], [{ ...before, ...once }, ofName(there, 'references')])
    expect(ofName(again, 'participants').rows).toEqual(once.rows)
    expect(ofName(again, 'participants').fates).toEqual({ added: 0, changed: 0, 'already-imported': 1 })
  })

  test('that is still wrong is rejected on its first line, with the text under the header of the first file', async () => {
    const there = await samplePackage('participants', 'references')
    const before = ofName(there, 'participants')
    const wrong = corrected(before).map((row) =>
      row.map((cell) => (cell === '12/03/2025' ? '99/99/9999' : cell)),
    )
    const file = toJudge(
      { fileName: 'x.xlsx', bytes: await writeWorkbook([{ name: 'x', rows: wrong }]) },
      true,
    )
    const after = ofName(await judged([file], there), 'participants')
    expect(after.rows.map(({ cells }) => cells)).toEqual(before.rows.map(({ cells }) => cells))
    expect(after.rejected.map(({ line, reasons }) => [line, reasons[0]?.rule])).toEqual([[4, 'cell-date']])
    const [header = [], row = []] = rejectedSheet(after, after.rejected, words)
    expect(row[header.indexOf('participationId')]).toBe('P-0003')
    expect(row[header.indexOf('entryDate')]).toBe('99/99/9999')
  })
})

describe('an import into a package', () => {
  test('judges the listings that stay again, and brings along those of which the rules say something else', async () => {
    const there = await samplePackage('participants', 'references', 'attendance', 'activities')
    expect(ofName(there, 'participants').rows[0]?.marks.map(({ rule }) => rule)).toContain(
      'part-hours-mismatch',
    )
    const [head = [], first = []] = [columnIdsOf('attendance')].concat([
      ['A-0101', 'P-0001', 'O', '00:00', '18:00', 'O', 'O', '', 'D-0007'],
    ])
    const after = await judged([toJudge(textFile('présences.csv', [head, first]))], there)
    expect(after.map(({ listing, from }) => [listing, from !== null])).toEqual(
      expect.arrayContaining([
        ['attendance', true],
        ['participants', false],
      ]) as unknown,
    )
    expect(after.map(({ listing }) => listing)).not.toContain('references')
  })

  test('of the same files changes nothing but what was asked for', async () => {
    const there = await samplePackage(...LISTING_NAMES)
    const after = await judged([toJudge(sampleFile('activities'))], there)
    expect(after.map(({ listing }) => listing)).toEqual(['activities'])
    expect(after[0]?.rows).toEqual(ofName(there, 'activities').rows)
  })

  test('with another convention rejects rows that do not stand any more, under the header of their file', async () => {
    const there = await samplePackage('participants', 'references')
    const { unitCosts } = convention.financing
    const terms = {
      ...convention,
      financing: {
        ...convention.financing,
        mode: 'UNIT_COST' as const,
        unitCosts: unitCosts.filter(({ code }) => code !== 'UC-P2'),
      },
    }
    const after = ofName(await judged([], there, terms), 'participants')
    const gone = after.rejected.filter(({ reasons }) =>
      reasons.some(({ rule }) => rule === 'part-phase-unknown'),
    )
    expect(gone.length).toBeGreaterThan(0)
    const [header = [], row = []] = rejectedSheet(after, gone, words)
    expect(row[header.indexOf('phase')]).toBe('P2')
    expect(countsOf(after.rows, after.rejected).read).toBe(7)
  })
})

test('progress goes up to the end and never beyond it', async () => {
  const there = await samplePackage('participants', 'references')
  const said: [number, number][] = []
  await judgeImport({ files: [toJudge(sampleFile('activities'))], there, convention }, (done, of) =>
    said.push([done, of]),
  )
  expect(said.every(([done, of]) => done <= of)).toBe(true)
  expect(said.at(-1)?.[0]).toBe(said.at(-1)?.[1])
})
