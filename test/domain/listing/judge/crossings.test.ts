import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findOverlaps, type Span } from '#domain/listing/judge/find-overlaps.ts'
import { brokenRules, importWorld } from '#test/fixtures/listings/small-world.ts'

describe('findOverlaps', () => {
  const span = fc.record({
    group: fc.constantFrom('a', 'b'),
    start: fc.nat(12),
    length: fc.integer({ min: 1, max: 5 }),
  })

  it('names exactly the spans that begin while an earlier one of their group lasts', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 15 }), (made) => {
        const spans = made.map(({ group, start, length }, key): Span<number> => ({
          key,
          group,
          start,
          end: start + length,
        }))
        const comesFirst = (one: Span<number>, other: Span<number>): boolean =>
          one.start < other.start || (one.start === other.start && one.key < other.key)
        const lastingAt = (late: Span<number>): number[] =>
          spans
            .filter((one) => one.group === late.group && comesFirst(one, late) && one.end > late.start)
            .map(({ key }) => key)
        const overlaps = findOverlaps(spans)
        for (const late of spans) {
          const lasting = lastingAt(late)
          const found = overlaps.get(late.key)
          if (lasting.length === 0) expect(found).toBeUndefined()
          else expect(lasting).toContain(found)
        }
      }),
    )
  })
})

describe('a person', () => {
  const twice = { participationId: 'P-2', entryDate: '10/03/2025', agreementSignedDate: '03/03/2025' }
  const twoSessions = {
    activities: [{}, { activityId: 'A-2', counsellorId: 'R-1', startTime: '11:00', endTime: '14:00' }],
    attendance: [{}, { activityId: 'A-2', participationId: 'P-2', arrival: '', departure: '' }],
  }

  it('is in two places at once under two participations', async () => {
    const world = await importWorld({ ...twoSessions, participants: [{}, twice] })
    expect(brokenRules(world.get('attendance'))).toContain('3:att-two-places')
    const others = await importWorld({
      ...twoSessions,
      participants: [{}, { ...twice, niss: '', actirisNo: '7' }],
    })
    expect(brokenRules(others.get('attendance'))).not.toContain('3:att-two-places')
  })

  it('is the same by file number where the NISS stands only once', async () => {
    const world = await importWorld({ participants: [{}, { ...twice, niss: '' }] })
    expect(brokenRules(world.get('participants'))).toContain('3:part-same-person')
  })
})
