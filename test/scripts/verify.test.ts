import { spawnSync } from 'node:child_process'
import { beforeAll, describe, expect, it } from 'vitest'
import { judgeFolder, put } from '#test/main/judges.ts'
import { sampleReport } from '#test/main/report-sample.ts'
import { paintOver } from '#test/main/signing/attacks.ts'
import { signSample } from '#test/main/signing/signed-sample.ts'
import { openTestAuthority, type TestAuthority } from '#test/main/signing/test-authority.ts'

const folder = judgeFolder()
let authority: TestAuthority
let bytes: Uint8Array
let signed: string

beforeAll(async () => {
  authority = await openTestAuthority()
  bytes = (await signSample(await authority.issue('Éloïse D’Hondt'), sampleReport())).bytes
  signed = put(folder, 'signed.pdf', bytes)
})

function verify(...args: string[]): { status: number | null; text: string } {
  const run = spawnSync(process.execPath, ['scripts/verify.mjs', ...args], { encoding: 'utf8' })
  return { status: run.status, text: run.stdout + run.stderr }
}

describe('npm run verify', () => {
  it('tells in words who signed and what the handwriting is, and ends with 0', () => {
    const { status, text } = verify(signed, '--ca', authority.caFile)
    expect(text).toContain('Le document est intact')
    expect(text).toContain('Signée par Éloïse D’Hondt, certificat émis par Organisation d’essai - Constat CA')
    expect(text).toContain('Signataire de confiance')
    expect(text).toContain('La signature manuscrite visible dans le rapport est une image.')
    expect(status).toBe(0)
  })

  it.each([
    ['nl', 'Het document werd gewijzigd'],
    ['en', 'The document was altered'],
  ])('says in %s that one flipped byte altered it, and ends with 1', (language, words) => {
    const altered = Uint8Array.from(bytes)
    // a digit of the day the file was made: whatever else is in it, it stays a PDF
    const at = Buffer.from(bytes).indexOf('/CreationDate (D:') + '/CreationDate (D:20'.length
    altered[at] = (altered[at] ?? 0) ^ 1
    const file = put(folder, 'altered.pdf', altered)
    const { status, text } = verify(file, '--ca', authority.caFile, '--lang', language)
    expect(text).toContain(words)
    expect(status).toBe(1)
  })

  it('lists a later change that is not allowed', async () => {
    const painted = put(folder, 'painted.pdf', await paintOver(bytes))
    const { status, text } = verify(painted, '--ca', authority.caFile, '--lang', 'en')
    expect(text).toMatch(/object \d+ 0 R \(.*\): NOT ALLOWED/)
    expect(text).toContain('Data that nobody signed were added at the end of the file.')
    expect(status).toBe(1)
  })

  it('ends with 1 when it is intact but nobody vouches for the signer', async () => {
    const stranger = await openTestAuthority('Étranger')
    const { status, text } = verify(signed, '--ca', stranger.caFile)
    expect(text).toContain('Signataire non reconnu')
    expect(status).toBe(1)
  })

  it('ends with 2 for what it can’t read, and says how it is used', () => {
    expect(verify('package.json', '--ca', authority.caFile)).toMatchObject({ status: 2 })
    expect(verify(`${folder}/nothing.pdf`).text).toContain('n’a pas pu être lu')
    expect(verify(signed, '--ca', 'package.json').status).toBe(2)
    expect(verify()).toMatchObject({ status: 2, text: expect.stringContaining('Usage') as string })
    expect(verify(signed, '--unknown')).toMatchObject({ status: 2 })
  })
})
