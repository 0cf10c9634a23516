/** The object identifiers of a PAdES signature (RFC 5652, RFC 5035, RFC 5758). */
export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const

/** Node's name of a digest algorithm; undefined for one that is not accepted in a signature. */
export function hashName(oid: string): 'sha256' | 'sha384' | 'sha512' | undefined {
  if (oid === OID.sha256) return 'sha256'
  if (oid === OID.sha384) return 'sha384'
  return oid === OID.sha512 ? 'sha512' : undefined
}
