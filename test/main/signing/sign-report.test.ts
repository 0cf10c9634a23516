import { createHash, X509Certificate } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { signReport, type SignedReport } from '#main/pdf/sign-report.ts'
import { readCertificate, type SigningKey } from '#main/signing/signing-key.ts'
import { signPrepared } from '#main/signing/sign-prepared.ts'
import { judge, judgeFolder, nssStore, opensslCades, pdfsig, put } from '#test/main/judges.ts'
import { sampleReport } from '#test/main/report-sample.ts'
import { inProcess, signedByHand, signSample } from '#test/main/signing/signed-sample.ts'
import { openTestAuthority, SIGNED_AT, type TestAuthority } from '#test/main/signing/test-authority.ts'

const NAME = 'Éloïse D’Hondt-Nuñez (inspectrice)'
let authority: TestAuthority
let key: SigningKey
let signed: SignedReport
let file: string
const folder = judgeFolder()

beforeAll(async () => {
  authority = await openTestAuthority()
  key = await authority.issue(NAME)
  signed = await signSample(key, sampleReport())
  file = put(folder, 'signed.pdf', signed.bytes)
})

describe('a signed report', () => {
  it('is valid and trusted for pdfsig, and covers the whole file', () => {
    const words = pdfsig(nssStore(authority.caFile), file)
    expect(words).toContain('Signature is Valid.')
    expect(words).toContain('Certificate is Trusted.')
    expect(words).toContain('Total document signed')
    expect(words).toContain(`Common Name: ${NAME}`)
    expect(words).toContain('ETSI.CAdES.detached')
  })

  it('passes openssl as CAdES, and holds no signing time but the ESS reference', () => {
    const verified = opensslCades(folder, signed.bytes, authority.caFile)
    expect(verified.text).toContain('CAdES Verification successful')
    expect(verified.status).toBe(0)
    const structure = judge('openssl', 'asn1parse', '-inform', 'DER', '-in', `${folder}/sig.p7s`).text
    expect(structure).not.toContain('signingTime')
    expect(structure).toContain('signingCertificateV2')
  })

  it('is whole for qpdf', () => {
    const { status, text } = judge('qpdf', '--check', file)
    expect(text).toContain('No syntax or stream encoding errors found')
    expect(text).not.toContain('WARNING')
    expect(status).toBe(0)
  })

  it('keeps accents and parentheses in the names of the dictionary, and a place for the supervisor', () => {
    const objects = judge('qpdf', '--json', '--json-key=qpdf', file).text
    expect(objects).toContain(`"/Name": "u:${NAME}"`)
    expect(objects).toContain('"/T": "u:supervisor"')
    expect(objects).toContain('"/TransformMethod": "/DocMDP"')
    expect(objects).toMatch(/"\/P": 2/)
  })

  it('tells what is recorded of it', () => {
    const { serial } = readCertificate(new X509Certificate(key.certificatePem))
    expect(signed).toMatchObject({
      signedBy: NAME,
      certificateSerial: serial,
      signedAt: SIGNED_AT,
      size: signed.bytes.length,
      sha256: createHash('sha256').update(signed.bytes).digest('hex'),
    })
    expect(judge('pdfinfo', file).text).toContain(`Pages:           ${signed.pages}`)
  })

  it('shows the visible signature, the drawing’s explanation and who signed by hand', () => {
    const text = judge('pdftotext', '-layout', file, '-').text
    expect(text).toContain(NAME)
    expect(text).toContain('Jürgen Van Nuñez (directeur)')
    expect(text).toContain('Image d’une signature manuscrite')
    expect(text).not.toContain('Projet non signé')
  })
})

describe('signing', () => {
  it('hands the key the attributes only, never the report', async () => {
    const seen: Uint8Array[] = []
    const spy: SigningKey = {
      ...key,
      sign: (tbs) => {
        seen.push(tbs)
        return key.sign(tbs)
      },
    }
    await signSample(spy, sampleReport())
    expect(seen).toHaveLength(1)
    expect(seen[0]!.length).toBeLessThan(1000)
  })

  it('refuses bytes whose last range is not an empty slot over the rest of the file', async () => {
    expect(await signPrepared(signed.bytes, key)).toEqual({
      ok: false,
      error: { code: 'signing.slot-missing' },
    })
    const grown = Buffer.concat([signed.bytes, Buffer.from('\n')])
    expect(await signPrepared(grown, key)).toMatchObject({ ok: false })
    expect(await signPrepared(Buffer.from('no pdf'), key)).toMatchObject({ ok: false })
  })

  it('refuses a chain too large for the slot instead of cutting it', async () => {
    const other = await openTestAuthority('Autre')
    const leaf = await other.issue('Intermédiaire')
    const large = { ...key, chainPem: Array.from({ length: 30 }, () => leaf.certificatePem) }
    const request = { model: sampleReport(), images: {}, acknowledgement: signedByHand, signedAt: SIGNED_AT }
    const outcome = await signReport(inProcess, large, request)
    expect(outcome.ok ? null : outcome.error.code).toBe('signing.slot-too-small')
  })
})
