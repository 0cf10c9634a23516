import fc from 'fast-check'
import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { Uuid } from '#domain/ids.ts'
import { answerId } from '#domain/inspection/answer-id.ts'

const inspection = '01890a5d-ac96-774b-bcce-b302099a8057'

describe('answerId', () => {
  it('is the same on every device, and never changes', () => {
    expect(answerId(inspection, 'DUR-1')).toBe(answerId(inspection, 'DUR-1'))
    expect(answerId(inspection, 'DUR-1')).toMatchInlineSnapshot(`"874f7cb2-8b83-8b87-b865-576542cf79cc"`)
  })

  it('is a UUIDv8, another one for each point and inspection', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), fc.string(), fc.string(), (one, other, point, second) => {
        const id = answerId(one, point)
        expect(Value.Check(Uuid, id)).toBe(true)
        expect(id).toMatch(/^.{14}8.{4}[89ab]/)
        if (point !== second) expect(answerId(one, second)).not.toBe(id)
        if (one !== other) expect(answerId(other, point)).not.toBe(id)
      }),
    )
  })
})
