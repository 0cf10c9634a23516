import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnIdsOf, columnOf } from '#domain/listing/columns.ts'
import {
  briefColumns,
  linkListing,
  linksOf,
  POINTERS,
  type LinkedListing,
  type LinkedListings,
} from '#domain/listing/links.ts'
import { LISTING_NAMES, type Cell, type ListingName, type ListingRow } from '#domain/listing/listing.ts'
import { runToEnd } from '#domain/listing/row-index.ts'

type Cells = Readonly<Record<string, Cell>>
type World = Readonly<Partial<Record<ListingName, readonly Cells[]>>>

const linked = (listing: ListingName, rows: readonly Cells[]): LinkedListing => {
  const columns = columnIdsOf(listing)
  const list = rows.map((cells, at): ListingRow => {
    return { line: at + 2, cells: columns.map((id) => cells[id] ?? null), marks: [] }
  })
  return runToEnd(linkListing(listing, columns, list))
}
const load = (world: World): LinkedListings =>
  new Map(LISTING_NAMES.flatMap((name) => (world[name] ? [[name, linked(name, world[name])]] : [])))

const world: World = {
  references: [{ code: 'RAE-COL-01', labelFr: 'Atelier collectif CV' }, { code: 'P1' }],
  counsellors: [{ counsellorId: 'R-01', function: 'jobcoach', lastName: 'MARTIN' }],
  activities: [
    {
      activityId: 'A-1',
      technicalRef: 'RAE-COL-01',
      counsellorId: 'R-01',
      siteCode: 'S1',
      date: '2025-03-03',
    },
    { activityId: 'A-2', technicalRef: 'RAE-COL-09', counsellorId: 'R-01', date: '2025-03-04' },
  ],
  participants: [
    { participationId: 'P-1', actirisNo: '5550001', phase: 'P1', counsellorId: 'R-01', niss: '96031499837' },
    { participationId: 'P-2', actirisNo: '5550002', phase: 'P9' },
    { participationId: 'P-3', actirisNo: '5550001', phase: 'P1' },
  ],
  attendance: [
    { activityId: 'A-1', participationId: 'P-1', proofDocId: 'D-7' },
    { activityId: 'A-1', participationId: 'P-2', proofDocId: 'D-7' },
    { activityId: 'A-2', participationId: 'P-1', proofDocId: 'D-8' },
  ],
  documents: [
    { docId: 'D-7', type: 'ATTENDANCE_SHEET', linkedTo: 'A-1' },
    { docId: 'D-9', type: 'CV', linkedTo: 'P-1|P-3\nR-01 | ZZ' },
  ],
}
const all = load(world)
const said = (listing: ListingName, row: number, from = all) =>
  linksOf(from, listing, row).map(
    ({ listing: of, how, column, rows, missing }) =>
      `${how} ${column} ${of} ${[...rows.map((at) => from.get(of)?.labels[at]), ...missing.map((m) => `?${m}`)].join()}`,
  )

describe('the links of a row', () => {
  it('lead from a participant to phase, counsellor, attendance, documents, activities and the same person', () => {
    expect(said('participants', 0)).toEqual([
      'names phase references P1',
      'names counsellorId counsellors R-01',
      'named-by participationId attendance A-1 · P-1,A-2 · P-1',
      'named-by linkedTo documents D-9',
      'through activityId activities A-1,A-2',
      'through proofDocId documents D-7',
      'same-person actirisNo participants P-3',
    ])
  })

  it('lead from an activity to reference, counsellor, attendance, documents and participants', () => {
    expect(said('activities', 0)).toEqual([
      'names technicalRef references RAE-COL-01',
      'names counsellorId counsellors R-01',
      'named-by activityId attendance A-1 · P-1,A-1 · P-2',
      'named-by linkedTo documents D-7',
      'through participationId participants P-1,P-2',
      'through proofDocId documents D-7',
    ])
  })

  it('lead from an attendance row to its three ends, and say which name leads nowhere', () => {
    expect(said('attendance', 2)).toEqual([
      'names activityId activities A-2',
      'names participationId participants P-1',
      'names proofDocId documents ?D-8',
    ])
    expect(said('activities', 1)[0]).toBe('names technicalRef references ?RAE-COL-09')
  })

  it('lead from a counsellor and a document to all that concerns them', () => {
    expect(said('counsellors', 0)).toEqual([
      'named-by counsellorId activities A-1,A-2',
      'named-by counsellorId participants P-1',
      'named-by linkedTo documents D-9',
    ])
    expect(said('documents', 1)).toEqual([
      'names linkedTo participants P-1,P-3',
      'names linkedTo counsellors R-01',
    ])
    expect(said('documents', 0).slice(1)).toEqual([
      'named-by proofDocId attendance A-1 · P-1,A-1 · P-2',
      'through activityId activities A-1',
      'through participationId participants P-1,P-2',
    ])
  })

  it('miss nothing in a listing that is not loaded, nor a site or a phase, which may stand in the convention', () => {
    const others = new Map([...all].filter(([name]) => name !== 'documents'))
    expect(said('attendance', 2, others).at(-1)).toBe('names participationId participants P-1')
    expect(said('participants', 1)).not.toContain('names phase references ?P9')
  })

  it('are none for a row or a listing that is not there', () => {
    expect(linksOf(all, 'payments', 0)).toEqual([])
    expect(linksOf(all, 'participants', 99)).toEqual([])
  })

  it('hold lines and briefs, and nothing that says who a person is', () => {
    expect(all.get('activities')?.lines).toEqual(Int32Array.of(2, 3))
    expect(all.get('activities')?.briefs[0]).toEqual(['2025-03-03', null])
    const shown = [...POINTERS.map(({ from, column }) => [from, column] as const)]
    for (const name of LISTING_NAMES) for (const id of briefColumns(name)) shown.push([name, id])
    for (const [name, id] of shown) expect(columnOf(name, id)?.identity ?? false, id).toBe(false)
    const kept = JSON.stringify([...all.values()].map((one) => [one, [...one.rows], [...one.values]]))
    expect(kept).not.toMatch(/MARTIN|96031499837/)
  })
})

describe('any rows', () => {
  const id = (letter: string) => fc.nat(4).map((no) => `${letter}-${no}`)
  const anyWorld = fc.record({
    activities: fc.uniqueArray(id('A')).map((ids) => ids.map((activityId) => ({ activityId }))),
    participants: fc.array(fc.record({ participationId: id('P'), actirisNo: fc.option(id('N')) })),
    attendance: fc.array(fc.record({ activityId: id('A'), participationId: id('P'), proofDocId: id('D') })),
    documents: fc.array(
      fc.record({
        docId: id('D'),
        linkedTo: fc.array(fc.oneof(id('A'), id('P'))).map((list) => list.join('|')),
      }),
    ),
  })
  const BACK = { names: 'named-by', 'named-by': 'names', through: 'through', 'same-person': 'same-person' }

  it('are linked both ways: what a row leads to leads back to it', () => {
    fc.assert(
      fc.property(anyWorld, (rows) => {
        const listings = load(rows)
        for (const [name, { labels }] of listings) {
          for (const row of labels.keys()) {
            for (const { listing, how, rows: others } of linksOf(listings, name, row)) {
              for (const other of others) {
                const back = linksOf(listings, listing, other).filter(({ how: same }) => same === BACK[how])
                expect(back.some((group) => group.listing === name && group.rows.includes(row))).toBe(true)
              }
            }
          }
        }
      }),
      { numRuns: 40 },
    )
  })
})
