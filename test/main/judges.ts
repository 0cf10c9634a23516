import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** Independent programs that judge our PDFs and workbooks; Debian packages in brackets. */
const TOOLS = {
  qpdf: 'qpdf',
  pdffonts: 'poppler-utils',
  pdfsig: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdfdetach: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdfimages: 'poppler-utils',
  certutil: 'libnss3-tools',
  openssl: 'openssl',
  soffice: 'libreoffice-calc',
} as const
export type Judge = keyof typeof TOOLS

/** Runs a judge. A missing one is an error, never a skipped test. */
export function judge(tool: Judge, ...args: string[]): { status: number | null; text: string } {
  const { status, stdout, stderr, error } = spawnSync(tool, args, {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
  if (error) throw new Error(`${tool} is missing. On Debian: apt-get install ${TOOLS[tool]}`)
  return { status, text: stdout + stderr }
}

/** A folder of its own for files that judges read. */
export const judgeFolder = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'constat-pdf-'))

/** Puts bytes where a judge can read them. */
export function put(folder: string, name: string, bytes: Uint8Array): string {
  const file = path.join(folder, name)
  fs.writeFileSync(file, bytes)
  return file
}

/** An NSS store that trusts one authority, for `pdfsig -nssdir`. */
export function nssStore(caFile: string): string {
  const store = `sql:${judgeFolder()}`
  judge('certutil', '-N', '-d', store, '--empty-password')
  judge('certutil', '-A', '-d', store, '-t', 'C,C,C', '-n', 'ca', '-i', caFile)
  return store
}

/** What `pdfsig` says. The certificates name no OCSP responder, so it asks nobody. */
export const pdfsig = (store: string, file: string): string => judge('pdfsig', '-nssdir', store, file).text

/** The CMS of the last signature and the bytes it covers, cut out of the file with nothing but its ByteRange. */
export function cutOut(bytes: Uint8Array): { cms: Uint8Array; covered: Uint8Array } {
  const text = Buffer.from(bytes).toString('latin1')
  const [, start, next, tail] = /\/ByteRange \[0 (\d+) +(\d+) +(\d+)/.exec(text)?.map(Number) ?? []
  const slot = Buffer.from(text.slice(start! + 1, next! - 1), 'hex')
  const length = slot.readUInt16BE(2) + 4
  const covered = Buffer.concat([bytes.subarray(0, start), bytes.subarray(next, next! + tail!)])
  return { cms: slot.subarray(0, length), covered }
}

/** What `openssl cms -verify -cades` says of the signature cut out of a PDF. */
export function opensslCades(folder: string, bytes: Uint8Array, caFile: string) {
  const { cms, covered } = cutOut(bytes)
  const files = ['-in', put(folder, 'sig.p7s', cms), '-content', put(folder, 'covered.bin', covered)]
  const rules = ['-verify', '-cades', '-binary', '-inform', 'DER', '-purpose', 'any']
  return judge('openssl', 'cms', ...rules, ...files, '-CAfile', caFile, '-out', path.join(folder, 'out.bin'))
}
