import { Value } from 'typebox/value'
import { describe, expect, it, test } from 'vitest'
import {
  Acknowledgement,
  AcknowledgementRecord,
  recordAcknowledgement,
} from '#domain/report/acknowledgement.ts'
import {
  type AcknowledgementDraft,
  emptyDraft,
  isOlder,
  missingOf,
  toAcknowledgement,
} from '#renderer/features/report/acknowledgement-draft.ts'

const CONTENT = 'a'.repeat(64)
const stroke = [
  { x: 1, y: 1 },
  { x: 9, y: 5 },
]
const everything: AcknowledgementDraft = {
  kind: null,
  name: ' C. D. ',
  function: 'Directrice',
  remark: 'Remarque',
  reason: 'Raison',
  present: 'E. F., comptable',
  copy: 'POST',
  copyTo: 'Rue de l’Été 12',
  strokes: [stroke],
  drawnOn: CONTENT,
}

describe('what is noted of the partner', () => {
  test.each([
    ['SIGNED', ['name', 'function', 'strokes']],
    ['REFUSED', ['reason', 'copy']],
    ['ABSENT', ['name', 'copy']],
    ['UNABLE', ['name', 'reason', 'copy']],
    ['REPLY_LATER', ['name', 'function', 'copy']],
  ] as const)('with the outcome %s needs %j', (kind, needed) => {
    expect(missingOf({ ...emptyDraft, kind, name: ' ', reason: '  ' }, CONTENT)).toEqual(needed)
    expect(missingOf({ ...everything, kind }, CONTENT)).toEqual([])
  })

  it('needs an outcome first', () => {
    expect(missingOf(emptyDraft, CONTENT)).toEqual(['kind'])
  })

  test.each(['SIGNED', 'REFUSED', 'ABSENT', 'UNABLE', 'REPLY_LATER'] as const)(
    'with the outcome %s fits what is sealed into the report, and the record of it',
    (kind) => {
      const given = toAcknowledgement({ ...everything, kind }, CONTENT)
      expect(Value.Check(Acknowledgement, given)).toBe(true)
      const record = recordAcknowledgement(given, 15)
      expect(Value.Check(AcknowledgementRecord, record)).toBe(true)
      expect(record).toMatchObject({ kind, name: 'C. D.', function: 'Directrice' })
      expect('drawingSvg' in given).toBe(kind === 'SIGNED')
      expect('drawingSvg' in record).toBe(false)
    },
  )

  it('keeps of each outcome only what belongs to it', () => {
    const refused = toAcknowledgement({ ...everything, kind: 'REFUSED', copy: 'NONE' }, CONTENT)
    expect(refused).toEqual({
      ...{ kind: 'REFUSED', name: 'C. D.', function: 'Directrice', reason: 'Raison' },
      ...{ copy: 'NONE', copyTo: '' },
    })
  })

  it('is not sealed while something is missing: that would be a bug', () => {
    expect(() => toAcknowledgement({ ...everything, kind: 'SIGNED', strokes: [] }, CONTENT)).toThrow()
    expect(() => toAcknowledgement(everything, CONTENT)).toThrow()
  })
})

describe('a drawing', () => {
  const other = 'b'.repeat(64)

  it('made under another content has to be made again, and is never sealed', () => {
    const signed = { ...everything, kind: 'SIGNED' as const }
    expect(isOlder(signed, other)).toBe(true)
    expect(missingOf(signed, other)).toEqual(['strokes'])
    expect(() => toAcknowledgement(signed, other)).toThrow()
  })

  it('does not hold back an outcome without a hand', () => {
    expect(missingOf({ ...everything, kind: 'ABSENT' }, other)).toEqual([])
  })
})
