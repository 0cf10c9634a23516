import { X509Certificate, createHash, verify } from 'node:crypto'
import * as asn1 from 'asn1js'
import * as pkijs from 'pkijs'
import { OID, hashName, signatureAlgorithms, type HashName } from '#main/signing/oids.ts'

/** What a CMS says, after checking what can be checked without knowing whom to trust. */
export interface CheckedCms {
  readonly signer: X509Certificate | undefined
  /** All certificates inside, for building a chain. */
  readonly certificates: readonly X509Certificate[]
  /** Codes of the area `verify`. */
  readonly problems: readonly string[]
}

/**
 * Checks a detached CMS against the two covered parts of a document: structure, digest, signature value and the
 * ESS reference to the signer's certificate (EN 319 142-1 §6.3). Never throws.
 * @param slot the bytes of `/Contents`, padding included
 */
export function checkCms(slot: Uint8Array, covered: readonly Uint8Array[]): CheckedCms {
  try {
    return checkParsed(slot, covered)
  } catch {
    return { signer: undefined, certificates: [], problems: ['verify.cms-unreadable'] }
  }
}

function checkParsed(slot: Uint8Array, covered: readonly Uint8Array[]): CheckedCms {
  const { result, offset } = asn1.fromBER(Uint8Array.from(slot))
  if (offset < 0 || !isDer(result, slot.subarray(0, offset))) throw new Error('not DER')
  const outer = new pkijs.ContentInfo({ schema: result })
  const signed = new pkijs.SignedData({ schema: outer.content as asn1.BaseBlock })
  const certificates = readCertificates(signed)
  const [info, ...others] = signed.signerInfos
  if (!info || others.length > 0 || outer.contentType !== OID.signedData) throw new Error('not one signer')
  const signer = certificates.find((certificate) => isNamedBy(info, certificate))
  const problems = [
    ...(slot.subarray(offset).some((byte) => byte !== 0) ? ['verify.padding-not-empty'] : []),
    ...(isWellFormed(signed, info) ? [] : ['verify.cms-unreadable']),
    ...checkDigest(info, covered),
    ...(signer ? checkSigner(info, signer) : ['verify.signer-missing']),
  ]
  return { signer, certificates, problems }
}

/** The parser forgives wrong lengths: bytes that it would not write itself, or more than type and content, are no DER. */
const isDer = (parsed: asn1.BaseBlock, bytes: Uint8Array) =>
  encode(parsed).equals(bytes) && children(parsed).length === 2

const encode = (block: asn1.BaseBlock) => Buffer.from(block.toBER(false))

function readCertificates(signed: pkijs.SignedData): X509Certificate[] {
  const embedded = signed.certificates ?? []
  return embedded.map((certificate) => new X509Certificate(encode(certificate.toSchema())))
}

function isNamedBy({ sid }: pkijs.SignerInfo, certificate: X509Certificate): boolean {
  if (!(sid instanceof pkijs.IssuerAndSerialNumber)) return false
  const { issuer, serialNumber } = pkijs.Certificate.fromBER(Uint8Array.from(certificate.raw))
  const isSameIssuer = encode(issuer.toSchema()).equals(encode(sid.issuer.toSchema()))
  return isSameIssuer && serialNumber.isEqual(sid.serialNumber)
}

/** The fixed parts of PAdES that no hash covers: versions, algorithms, content type. */
function isWellFormed(signed: pkijs.SignedData, info: pkijs.SignerInfo): boolean {
  const digests = signed.digestAlgorithms.map(({ algorithmId }) => algorithmId)
  return (
    signed.version === 1 &&
    info.version === 1 &&
    signed.encapContentInfo.eContentType === OID.data &&
    signed.encapContentInfo.eContent === undefined &&
    digests.length === 1 &&
    digests[0] === info.digestAlgorithm.algorithmId &&
    oidOf(valueOf(info, OID.contentType)) === OID.data &&
    valueOf(info, OID.signingTime) === undefined
  )
}

function checkDigest(info: pkijs.SignerInfo, covered: readonly Uint8Array[]): string[] {
  const hash = hashOf(info)
  const claimed = octets(valueOf(info, OID.messageDigest))
  return claimed && digest(hash, ...covered).equals(claimed) ? [] : ['verify.document-altered']
}

function checkSigner(info: pkijs.SignerInfo, signer: X509Certificate): string[] {
  return [
    ...(isSignatureRight(info, signer) ? [] : ['verify.signature-wrong']),
    ...(isReferenced(info, signer) ? [] : ['verify.certificate-replaced']),
  ]
}

function isSignatureRight(info: pkijs.SignerInfo, signer: X509Certificate): boolean {
  const attributes = info.signedAttrs?.encodedValue
  const algorithm = signatureAlgorithms(hashOf(info), signer.publicKey.asymmetricKeyType)
  if (!attributes || !algorithm.includes(info.signatureAlgorithm.algorithmId)) return false
  const tbs = Buffer.from(attributes)
  tbs[0] = SET_TAG
  return verify(hashOf(info), tbs, signer.publicKey, info.signature.valueBlock.valueHexView)
}

/** The attributes are signed as a SET OF although they are sent under the tag [0]. */
const SET_TAG = 0x31

/** `signing-certificate-v2` must hold the hash of the certificate that was used (RFC 5035). */
function isReferenced(info: pkijs.SignerInfo, signer: X509Certificate): boolean {
  const reference = children(children(children(valueOf(info, OID.signingCertificateV2))[0])[0])
  const algorithm = reference.find((part) => part instanceof asn1.Sequence && isAlgorithm(part))
  const hash = algorithm ? hashName(oidOf(children(algorithm)[0])) : 'sha256'
  const claimed = octets(reference.find((part) => part instanceof asn1.OctetString))
  return hash !== undefined && claimed !== undefined && digest(hash, signer.raw).equals(claimed)
}

const isAlgorithm = (part: asn1.BaseBlock) => children(part)[0] instanceof asn1.ObjectIdentifier

function hashOf(info: pkijs.SignerInfo): HashName {
  const hash = hashName(info.digestAlgorithm.algorithmId)
  if (!hash) throw new Error('unknown digest algorithm')
  return hash
}

function valueOf(info: pkijs.SignerInfo, type: string): asn1.BaseBlock | undefined {
  const attribute = info.signedAttrs?.attributes.find((candidate) => candidate.type === type)
  return attribute?.values[0] as asn1.BaseBlock | undefined
}

const children = (block: asn1.BaseBlock | undefined): asn1.BaseBlock[] =>
  block instanceof asn1.Constructed || block instanceof asn1.Sequence ? block.valueBlock.value : []

const oidOf = (block: asn1.BaseBlock | undefined) =>
  block instanceof asn1.ObjectIdentifier ? block.getValue() : ''

const octets = (block: asn1.BaseBlock | undefined) =>
  block instanceof asn1.OctetString ? block.valueBlock.valueHexView : undefined

const digest = (hash: HashName, ...parts: Uint8Array[]) =>
  parts.reduce((sum, part) => sum.update(part), createHash(hash)).digest()
