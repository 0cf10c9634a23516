import { X509Certificate } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { beforeAll, describe, expect, it } from 'vitest'
import { createSigningRequest } from '#main/signing/create-signing-request.ts'
import { readCertificate } from '#main/signing/signing-key.ts'
import { verifyPdf } from '#main/signing/verify-pdf.ts'
import { judge, judgeFolder, nssStore, opensslCades, pdfsig, put } from '#test/main/judges.ts'
import { inspection, sampleReport } from '#test/main/report-sample.ts'
import { signSample } from '#test/main/signing/signed-sample.ts'
import { openTestAuthority, type TestAuthority } from '#test/main/signing/test-authority.ts'

/** Names that somebody's way of writing names as text would read as something else. */
const NAMES = [
  'Jean "Jo" Dupont',
  'A\\B',
  "O'Neil, Anne",
  '#414243',
  ' Anne  Peeters ',
  'CN=Anne, O=Autre+OU=Direction',
  'Anne; <Jo> = 1',
  'Łukasz Żółć-Ñandú Ω',
  'Anne \\2C \\"Jo\\" %41 &amp; {{name}}',
  'Anne Charlotte de Vlaeminck van der Meersch d’Oultremont '.repeat(3).slice(0, 120).trim(),
]
const ORGANISATION = '"Direction" & Cie, #1 + A\\B'
const SHORT = { findings: [], evidence: [], listings: [] }
const folder = judgeFolder()
let authority: TestAuthority
let store: string

beforeAll(async () => {
  authority = await openTestAuthority(ORGANISATION)
  store = nssStore(authority.caFile)
})

/** The names in a certificate (`x509`) or a request (`req`), as openssl reads its DER. */
function opensslNames(kind: 'x509' | 'req', pem: string): string {
  const asked = kind === 'x509' ? ['-subject', '-issuer'] : ['-subject']
  const file = put(folder, 'names.pem', Buffer.from(pem))
  return judge('openssl', kind, '-in', file, '-noout', ...asked, '-nameopt', 'sep_multiline,utf8').text
}

describe.each(NAMES)('the signer %j', (name) => {
  it('is taken as it stands by request, certificate, PDF and every check of them', async () => {
    const { csrPem } = await createSigningRequest(name)
    expect(opensslNames('req', csrPem)).toContain(`    CN=${name}\n`)

    const key = await authority.issue(name)
    const facts = readCertificate(new X509Certificate(key.certificatePem))
    expect(facts).toMatchObject({ subject: name, issuer: `${ORGANISATION} - Constat CA` })
    expect(opensslNames('x509', key.certificatePem)).toContain(`    CN=${name}\n`)
    expect(opensslNames('x509', key.certificatePem)).toContain(`    O=${ORGANISATION}\n`)

    const model = sampleReport({ ...SHORT, inspection: { ...inspection, inspectorName: name } })
    const signed = await signSample(key, model)
    expect(signed.signedBy).toBe(name)
    const file = put(folder, 'named.pdf', signed.bytes)
    const objects = JSON.parse(judge('qpdf', '--json', '--json-key=qpdf', file).text) as unknown
    expect(valuesOf(objects, '/Name')).toContain(`u:${name}`)
    expect(judge('pdfinfo', file).text).toContain(`Author:          ${name}\n`)
    const words = judge('pdftotext', '-raw', file, '-').text
    // of what is drawn no program can tell how many blanks there are, or where a line was broken
    const drawn = name.trim().replace(/\s+/g, ' ')
    expect(words.replace(/\s+/g, ' ').split(drawn).length - 1).toBeGreaterThanOrEqual(3)

    // NSS, which pdfsig asks, writes quotes and backslashes with a backslash before them
    expect(pdfsig(store, file)).toContain(`Common Name: ${name.replace(/["\\]/g, '\\$&')}\n`)
    expect(opensslCades(folder, signed.bytes, authority.caFile).status).toBe(0)
    const { verdict, signatures } = await verifyPdf(signed.bytes, [authority.caPem])
    expect(verdict).toBe('INTACT')
    expect(signatures).toMatchObject([{ signer: name, trusted: true, problems: [] }])
    expect(xmpCreator(signed.bytes)).toBe(name)
  })
})

/** Every value that stands under a key, at any depth. */
function valuesOf(tree: unknown, key: string): unknown[] {
  if (typeof tree !== 'object' || tree === null) return []
  return Object.entries(tree).flatMap(([at, value]) => [
    ...(at === key ? [value as unknown] : []),
    ...valuesOf(value, key),
  ])
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }

/** Who made the document, as its XMP packet says. */
function xmpCreator(bytes: Uint8Array): string {
  const creator = /<dc:creator>\s*<rdf:Seq>\s*<rdf:li>(.*?)<\/rdf:li>/s.exec(
    Buffer.from(bytes).toString('utf8'),
  )
  return creator?.[1]?.replace(/&(?:amp|lt|gt);/g, (found) => ENTITIES[found] ?? found) ?? ''
}

describe('npm run verify', () => {
  it('prints a name as it stands', async () => {
    const name = NAMES[0]!
    const signed = await signSample(await authority.issue(name), sampleReport())
    const file = put(folder, 'told.pdf', signed.bytes)
    const run = spawnSync(process.execPath, ['scripts/verify.mjs', file, '--ca', authority.caFile], {
      encoding: 'utf8',
    })
    expect(run.stdout).toContain(`Signée par ${name}, certificat émis par ${ORGANISATION} - Constat CA`)
    expect(run.status).toBe(0)
  })
})

describe('the visible signature', () => {
  it.each([120, 64, 32, 22])('shows a name of %i wide signs whole, and the time under it', async (length) => {
    const name = 'WAGENMAKERS WÖRTHMÜLLER WWWW '.repeat(5).slice(0, length - 1) + 'X'
    const signed = await signSample(await authority.issue(name), sampleReport(SHORT))
    const file = put(folder, 'wide.pdf', signed.bytes)
    const words = judge('pdftotext', '-raw', file, '-').text.replace(/\s+/g, ' ')
    expect(words).toMatch(
      new RegExp(`Signé électroniquement par ${name} le [\\d/]+ [\\d:]+ \\(heure déclarée\\)`),
    )
  })

  it('names in the text whom the certificate names, not whom the inspection was given to', async () => {
    const signed = await signSample(await authority.issue('Bram Peeters'), sampleReport(SHORT))
    const words = judge('pdftotext', '-raw', put(folder, 'other.pdf', signed.bytes), '-').text
    expect(words.replace(/\s+/g, ' ')).toContain('est signé électroniquement par Bram Peeters.')
  })
})
