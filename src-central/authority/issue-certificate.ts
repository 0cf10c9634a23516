import {
  addYears,
  CA_ALGORITHM,
  dayBefore,
  makeSerial,
  nameWithin,
  type Authority,
} from '#central/authority/authority.ts'
import { x509 } from '#central/authority/x509.ts'
import { err, ok, type Result } from '#domain/result.ts'

/** Document signing (RFC 9336) and e-mail protection, which older validators look for. */
const KEY_PURPOSES = ['1.3.6.1.5.5.7.3.36', '1.3.6.1.5.5.7.3.4']
const CURVES = ['P-256', 'P-384']
const VALID_YEARS = 3

export interface Issued {
  readonly serial: string
  readonly pem: string
}

/**
 * Issues a signing certificate for the key of a request made on a laptop (PKCS #10). Of the request only the key is
 * taken: the name is the account's. `device.bad-csr` when it isn't one, isn't signed with its own key, or the key
 * isn't on P-256 or P-384.
 */
export async function issueCertificate(
  authority: Authority,
  csrPem: string,
  displayName: string,
  now: Date,
): Promise<Result<Issued>> {
  const publicKey = await readKey(csrPem)
  if (publicKey === undefined) return err('device.bad-csr')
  const serial = makeSerial()
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serial,
    issuer: authority.certificate.subjectName,
    subject: nameWithin(organisationOf(authority), displayName),
    notBefore: dayBefore(now),
    notAfter: addYears(now, VALID_YEARS),
    publicKey,
    signingKey: authority.key,
    signingAlgorithm: CA_ALGORITHM,
    extensions: await extensionsFor(authority, publicKey),
  })
  return ok({ serial, pem: `${certificate.toString('pem')}\n` })
}

async function readKey(csrPem: string): Promise<x509.PublicKey | undefined> {
  try {
    const request = new x509.Pkcs10CertificateRequest(csrPem)
    const { namedCurve } = request.publicKey.algorithm as { namedCurve?: string }
    const good = CURVES.includes(namedCurve ?? '') && (await request.verify())
    return good ? request.publicKey : undefined
  } catch {
    return undefined
  }
}

/** The organisation as its CA is named. */
const organisationOf = ({ certificate }: Authority): string => certificate.subjectName.getField('O')[0] ?? ''

async function extensionsFor(authority: Authority, key: x509.PublicKey): Promise<x509.Extension[]> {
  return [
    new x509.BasicConstraintsExtension(false, undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.nonRepudiation, true),
    new x509.ExtendedKeyUsageExtension(KEY_PURPOSES),
    await x509.SubjectKeyIdentifierExtension.create(key),
    await x509.AuthorityKeyIdentifierExtension.create(authority.certificate),
  ]
}
