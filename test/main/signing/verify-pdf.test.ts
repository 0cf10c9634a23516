import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { prepareSignature } from '#main/signing/prepare-signature.ts'
import { signPrepared } from '#main/signing/sign-prepared.ts'
import type { SigningKey } from '#main/signing/signing-key.ts'
import { verifyPdf } from '#main/signing/verify-pdf.ts'
import { renderAppearance } from '#main/pdf/appearance.ts'
import { printTexts } from '#main/pdf/layout/print-texts.ts'
import { judgeFolder, nssStore, pdfsig, put } from '#test/main/judges.ts'
import { sampleReport } from '#test/main/report-sample.ts'
import * as attacks from '#test/main/signing/attacks.ts'
import { inProcess, refusedToSign, signSample } from '#test/main/signing/signed-sample.ts'
import { openTestAuthority, SIGNED_AT, type TestAuthority } from '#test/main/signing/test-authority.ts'

let authority: TestAuthority
let bytes: Uint8Array

beforeAll(async () => {
  authority = await openTestAuthority()
  const key = await authority.issue('Éloïse D’Hondt')
  bytes = (await signSample(key, sampleReport(), refusedToSign)).bytes
})

const check = (altered: Uint8Array) => verifyPdf(altered, [authority.caPem])

function flip(at: number, mask: number): Uint8Array {
  const altered = Uint8Array.from(bytes)
  altered[at] = (altered[at] ?? 0) ^ mask
  return altered
}

/** First and last byte of the hexadecimal slot, `<` and `>`. */
function slot(): [number, number] {
  const text = Buffer.from(bytes).toString('latin1')
  const start = text.indexOf('/Contents <', text.lastIndexOf('/ByteRange')) + '/Contents '.length
  return [start, text.indexOf('>', start)]
}

/** Signs the supervisor's field in a further revision. */
async function countersign(key: SigningKey): Promise<Uint8Array> {
  const wish = { signer: 'Superviseur (visa)', signedAt: SIGNED_AT }
  const prepared = await prepareSignature(bytes, {
    ...{ field: 'supervisor', newFields: [], certify: false, reason: 'Visa', location: 'Bruxelles' },
    ...wish,
    appearance: await renderAppearance(wish, printTexts('fr')),
  })
  const signed = await signPrepared(prepared, key)
  if (!signed.ok) throw new Error(signed.error.code)
  return signed.value
}

describe('verifying a report', () => {
  it('names the signer, the issuer and the claimed time, intact and trusted', async () => {
    const { verdict, signatures } = await check(bytes)
    expect(verdict).toBe('INTACT')
    expect(signatures).toEqual([
      {
        field: 'inspector',
        signer: 'Éloïse D’Hondt',
        issuer: 'Organisation d’essai - Constat CA',
        claimedTime: `${SIGNED_AT.slice(0, 19)}.000Z`,
        intact: true,
        trusted: true,
        coversWholeFile: true,
        problems: [],
        laterChanges: [],
      },
    ])
  })

  it('is intact but not trusted when another authority is asked', async () => {
    const other = await openTestAuthority()
    const { verdict, signatures } = await verifyPdf(bytes, [other.caPem])
    expect(verdict).toBe('INTACT')
    expect(signatures[0]).toMatchObject({ trusted: false, problems: ['verify.signer-not-trusted'] })
  })

  it('says that a draft is unsigned and that other bytes are no PDF', async () => {
    const draft = await inProcess.layout(sampleReport(), {}, null)
    expect(await check(draft.ok ? draft.value.bytes : bytes)).toEqual({ verdict: 'UNSIGNED', signatures: [] })
    expect((await check(Buffer.from('bonjour'))).verdict).toBe('UNREADABLE')
    expect((await check(new Uint8Array())).verdict).toBe('UNREADABLE')
  })

  it('finds every single flipped bit outside the slot', async () => {
    const [start, end] = slot()
    const places = fc.nat({ max: bytes.length - 1 }).filter((at) => at < start || at > end)
    await fc.assert(
      fc.asyncProperty(places, fc.nat({ max: 7 }), async (at, bit) => {
        const { verdict } = await check(flip(at, 1 << bit))
        expect(verdict).not.toBe('INTACT')
      }),
      { numRuns: 60 },
    )
  })

  it('finds flipped bits in the slot: CMS, certificate, padding', async () => {
    const [start, end] = slot()
    const places = fc.oneof(
      fc.integer({ min: start, max: start + 2600 }),
      fc.integer({ min: start, max: end }),
    )
    await fc.assert(
      fc.asyncProperty(places, fc.nat({ max: 7 }), async (at, bit) => {
        const { verdict } = await check(flip(at, 1 << bit))
        expect(verdict).not.toBe('INTACT')
      }),
      { numRuns: 120 },
    )
  })

  it('agrees with pdfsig about a flipped byte', async () => {
    const at = Math.floor(bytes.length / 3)
    const altered = flip(at, 1)
    const words = pdfsig(nssStore(authority.caFile), put(judgeFolder(), 'flipped.pdf', altered))
    expect(words).not.toContain('Signature is Valid.')
    const { verdict, signatures } = await check(altered)
    expect(verdict).toBe('ALTERED')
    expect(signatures[0]?.problems).toEqual(['verify.document-altered'])
  })

  it.each(Object.entries(attacks))('finds an appended increment: %s', async (_, attack) => {
    const attacked = await attack(bytes)
    expect(Buffer.from(attacked.subarray(0, bytes.length)).equals(bytes)).toBe(true)
    const { verdict, signatures } = await check(attacked)
    expect(verdict).toBe('ALTERED')
    const [signature] = signatures
    expect(signature?.coversWholeFile).toBe(false)
    expect(signature?.problems).toEqual(['verify.bytes-appended', 'verify.changed-later'])
    expect(signature?.laterChanges.some(({ allowed }) => !allowed)).toBe(true)
  })

  it('finds bytes appended after the end, though no object changes', async () => {
    const { verdict, signatures } = await check(Buffer.concat([bytes, Buffer.from('% rien\n')]))
    expect(verdict).toBe('ALTERED')
    expect(signatures[0]?.problems).toEqual(['verify.bytes-appended'])
  })
})

describe('a second signature', () => {
  it('in the field made for it leaves the first one intact', async () => {
    const twice = await countersign(await authority.issue('Superviseur (visa)'))
    const { verdict, signatures } = await check(twice)
    expect(verdict).toBe('INTACT')
    expect(signatures.map(({ field, coversWholeFile }) => [field, coversWholeFile])).toEqual([
      ['inspector', false],
      ['supervisor', true],
    ])
    expect(signatures[0]?.laterChanges).toEqual([
      expect.objectContaining({ change: expect.stringMatching(/AP.*V|V.*AP/) as string, allowed: true }),
    ])
    const words = pdfsig(nssStore(authority.caFile), put(judgeFolder(), 'twice.pdf', twice))
    expect(words.match(/Signature is Valid\./g)).toHaveLength(2)
  })

  it('by a stranger over a painted page does not heal the first one', async () => {
    bytes = await attacks.paintOver(bytes)
    const stranger = await openTestAuthority('Étranger')
    const { verdict, signatures } = await check(await countersign(await stranger.issue('Étranger')))
    expect(verdict).toBe('ALTERED')
    expect(signatures[0]?.problems).toContain('verify.changed-later')
    expect(signatures[1]).toMatchObject({ intact: true, trusted: false })
  })
})
