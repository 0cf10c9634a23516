import { createPrivateKey, sign, type X509Certificate } from 'node:crypto'
import * as pkijs from 'pkijs'
import { OID } from '#main/signing/oids.ts'

/** A key that signs reports, wherever it is kept; the private half never crosses this line. */
export interface SigningKey {
  readonly certificatePem: string
  /** The authorities above the certificate, nearest first. */
  readonly chainPem: readonly string[]
  /** ECDSA over the SHA-256 of `tbs`, as DER `SEQUENCE { r, s }`. */
  sign(tbs: Uint8Array): Promise<Uint8Array>
}

/** What main holds of the signing key once the vault is open. */
export interface SoftwareKey {
  readonly certificatePem: string
  readonly chainPem: readonly string[]
  /** P-256 private key, PKCS#8 DER. */
  readonly privateKeyPkcs8: Uint8Array
}

/** The key of a laptop, made by `createSigningRequest` and certified by the organisation. */
export function createSoftwareKey({ certificatePem, chainPem, privateKeyPkcs8 }: SoftwareKey): SigningKey {
  const key = createPrivateKey({ key: Buffer.from(privateKeyPkcs8), format: 'der', type: 'pkcs8' })
  return {
    certificatePem,
    chainPem,
    sign: (tbs) => Promise.resolve(sign('sha256', tbs, { key, dsaEncoding: 'der' })),
  }
}

/** Who a certificate names and which one it is, as recorded with a signed report. */
export interface CertificateFacts {
  readonly subject: string
  readonly issuer: string
  /** Hexadecimal, upper case. */
  readonly serial: string
}

/**
 * Reads the facts of a certificate; the names are the common names where there are any, byte for byte. They are read
 * from the DER: Node's text of a name writes commas, quotes, backslashes and outer blanks with escapes.
 */
export function readCertificate({ raw, serialNumber }: X509Certificate): CertificateFacts {
  const { subject, issuer } = pkijs.Certificate.fromBER(Uint8Array.from(raw))
  return { subject: commonName(subject), issuer: commonName(issuer), serial: serialNumber }
}

function commonName({ typesAndValues }: pkijs.RelativeDistinguishedNames): string {
  const written = typesAndValues.map(({ type, value }) => ({ type, text: value.valueBlock.value }))
  const common = written.findLast(({ type }) => type === OID.commonName)
  return common?.text ?? written.map(({ text }) => text).join(', ')
}
