/** The object identifiers of a PAdES signature (RFC 5652, RFC 5035, RFC 5758) and of a name (X.520). */
export const OID = {
  commonName: '2.5.4.3',
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

export type HashName = 'sha256' | 'sha384' | 'sha512'

/** Node's name of a digest algorithm; undefined for one that is not accepted in a signature. */
export function hashName(oid: string): HashName | undefined {
  if (oid === OID.sha256) return 'sha256'
  if (oid === OID.sha384) return 'sha384'
  return oid === OID.sha512 ? 'sha512' : undefined
}

const ECDSA_WITH = '1.2.840.10045.4.3'
const PKCS1 = '1.2.840.113549.1.1'
const LAST_PART = {
  sha256: { ec: 2, rsa: 11 },
  sha384: { ec: 3, rsa: 12 },
  sha512: { ec: 4, rsa: 13 },
} as const

/** The identifiers a signature of a key of that type over that digest may carry (`rsaEncryption` is an old habit). */
export function signatureAlgorithms(hash: HashName, keyType: string | undefined): readonly string[] {
  const last = LAST_PART[hash]
  return keyType === 'ec' ? [`${ECDSA_WITH}.${last.ec}`] : [`${PKCS1}.${last.rsa}`, `${PKCS1}.1`]
}
