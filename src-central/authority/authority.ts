import { generateKeyPairSync, randomBytes, webcrypto } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { x509 } from '#central/authority/x509.ts'
import { writeDurably } from '#central/content/disk.ts'

/** The organisation's own certificate authority, and the public key its recovery slots are sealed to. */
export interface Authority {
  readonly certificate: x509.X509Certificate
  readonly key: webcrypto.CryptoKey
  readonly caCertificatePem: string
  readonly recoveryPublicKeyPem: string
}

export const CA_ALGORITHM = { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' } as const
const CA_YEARS = 20
const SECRET = 0o600

/**
 * Reads the authority from a folder, or makes it at the first start: `ca.pem`, `ca-key.pem`, `recovery.pem`,
 * `recovery-key.pem`; the two keys readable by their owner only. Losing `ca-key.pem` ends the issuing of
 * certificates, losing `recovery-key.pem` the recovery of forgotten passphrases: both belong into the backup.
 */
export async function openAuthority(folder: string, organisation: string, now: Date): Promise<Authority> {
  const at = (name: string): string => path.join(folder, name)
  fs.mkdirSync(folder, { recursive: true })
  if (!fs.existsSync(at('ca.pem'))) await makeAuthority(folder, organisation, now)
  if (!fs.existsSync(at('recovery.pem'))) makeRecoveryKey(folder)
  const caCertificatePem = fs.readFileSync(at('ca.pem'), 'utf8')
  return {
    certificate: new x509.X509Certificate(caCertificatePem),
    key: await importKey(fs.readFileSync(at('ca-key.pem'), 'utf8')),
    caCertificatePem,
    recoveryPublicKeyPem: fs.readFileSync(at('recovery.pem'), 'utf8'),
  }
}

async function makeAuthority(folder: string, organisation: string, now: Date): Promise<void> {
  const keys = await webcrypto.subtle.generateKey(CA_ALGORITHM, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: makeSerial(),
    name: nameWithin(organisation, `${organisation} - Constat CA`),
    notBefore: dayBefore(now),
    notAfter: addYears(now, CA_YEARS),
    keys,
    signingAlgorithm: CA_ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  const key = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)
  writeDurably(path.join(folder, 'ca-key.pem'), `${x509.PemConverter.encode(key, 'PRIVATE KEY')}\n`, SECRET)
  writeDurably(path.join(folder, 'ca.pem'), `${certificate.toString('pem')}\n`)
}

/**
 * A name in a certificate, taken literally: as text the library would read quotes, backslashes, commas and a leading #
 * as its own (RFC 4514).
 */
export const nameWithin = (organisation: string, commonName: string): x509.Name =>
  new x509.Name([
    { C: [{ printableString: 'BE' }] },
    { O: [{ utf8String: organisation }] },
    { CN: [{ utf8String: commonName }] },
  ])

function makeRecoveryKey(folder: string): void {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 3072,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  writeDurably(path.join(folder, 'recovery-key.pem'), privateKey, SECRET)
  writeDurably(path.join(folder, 'recovery.pem'), publicKey)
}

function importKey(pem: string): Promise<webcrypto.CryptoKey> {
  const der = x509.PemConverter.decodeFirst(pem)
  return webcrypto.subtle.importKey('pkcs8', der, CA_ALGORITHM, false, ['sign'])
}

/** 16 random bytes that read as a positive number without a leading zero byte. */
export function makeSerial(): string {
  const bytes = randomBytes(16)
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return bytes.toString('hex')
}

/** Certificates hold from a day before: the clock of a laptop may be behind. */
export const dayBefore = (date: Date): Date => new Date(date.getTime() - 86_400_000)

export function addYears(date: Date, years: number): Date {
  const later = new Date(date)
  later.setUTCFullYear(later.getUTCFullYear() + years)
  return later
}
