import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MIN_PASSPHRASE } from '#bridge/contract.ts'
import { completeAddress } from '#renderer/features/account/complete-address.ts'
import { metRules, MIN_PASSPHRASE_LENGTH } from '#renderer/features/account/passphrase-rules.ts'

const own = ['Amina Baert', 'a.baert']

it('accepts four plain words, repeated alike', () => {
  expect([...metRules('quatre mots bien simples', 'quatre mots bien simples', own)]).toHaveLength(4)
})

it('asks for as many characters as the vault does', () => {
  expect(MIN_PASSPHRASE_LENGTH).toBe(MIN_PASSPHRASE)
})

it('refuses what is short, monotonous, one’s own name or not repeated', () => {
  expect(metRules('court', 'court', own)).not.toContain('long')
  expect(metRules('aaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaa', own)).not.toContain('varied')
  expect(metRules('Amina Baert 1', 'Amina Baert 1', own)).not.toContain('not-yours')
  expect(metRules('quatre mots bien', 'quatre mots biens', own)).not.toContain('same')
})

it('meets no rule of sameness or ownership while nothing is typed', () => {
  expect([...metRules('', '', own)]).toEqual([])
})

it('never calls a passphrase long that has fewer than twelve characters', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 11 }), (text) => {
      expect(metRules(text, text, own)).not.toContain('long')
    }),
  )
})

it('completes an address: https outside, http on this computer, no last slash', () => {
  expect(completeAddress(' central.office.be/ ')).toBe('https://central.office.be')
  expect(completeAddress('127.0.0.1:8460')).toBe('http://127.0.0.1:8460')
  expect(completeAddress('http://127.0.0.1:8460/')).toBe('http://127.0.0.1:8460')
})
