import { expect } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { judge, judgeFolder, nssStore, opensslCades, pdfsig, put } from '#test/main/judges.ts'

const ROOT = path.resolve(import.meta.dirname, '../../..')

function verify(file: string, caFile: string): { status: number | null; text: string } {
  const args = [path.join(ROOT, 'scripts/verify.mjs'), file, '--ca', caFile, '--lang', 'en']
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: ROOT })
  return { status, text: stdout }
}

/** A report as the central store keeps it, before independent judges that trust the organisation's CA only. */
export function expectGoodReport(bytes: Uint8Array, caFile: string, signer: string): void {
  const folder = judgeFolder()
  const file = put(folder, 'report.pdf', bytes)
  const whole = judge('qpdf', '--check', file)
  expect([whole.status, whole.text]).toEqual([
    0,
    expect.stringContaining('No syntax or stream encoding errors'),
  ])
  const fonts = judge('pdffonts', file).text.trim().split('\n').slice(2)
  expect(fonts.length).toBeGreaterThan(0)
  for (const font of fonts) expect(font).toMatch(/ yes yes yes /)
  const words = pdfsig(nssStore(caFile), file)
  expect(words).toContain('Signature is Valid.')
  expect(words).toContain('Certificate is Trusted.')
  expect(words).toContain(signer)
  expect(opensslCades(folder, bytes, caFile).text).toContain('CAdES Verification successful')
  const verified = verify(file, caFile)
  expect([verified.status, verified.text]).toEqual([0, expect.stringContaining(signer)])
}

/** One flipped byte, and both our own verification and pdfsig must say so. */
export function expectAlterationFound(bytes: Uint8Array, caFile: string): void {
  const altered = Uint8Array.from(bytes)
  const at = Math.floor(altered.length / 4)
  altered[at] = (altered[at] ?? 0) ^ 1
  const file = put(judgeFolder(), 'altered.pdf', altered)
  expect(pdfsig(nssStore(caFile), file)).not.toContain('Signature is Valid.')
  const verified = verify(file, caFile)
  expect([verified.status, verified.text]).toEqual([1, expect.stringContaining('The document was altered')])
}

/** The words of a PDF, as any reader would find them. */
export const textOf = (bytes: Uint8Array): string =>
  judge('pdftotext', '-layout', put(judgeFolder(), 'report.pdf', bytes), '-').text
