import { X509Certificate, createHash } from 'node:crypto'
import * as asn1 from 'asn1js'
import * as pkijs from 'pkijs'
import { OID } from '#main/signing/oids.ts'
import type { SigningKey } from '#main/signing/signing-key.ts'

/**
 * The detached CMS signature of PAdES B-B (EN 319 142-1 §6.3): content type, digest and ESS certificate reference
 * are signed; the signing time is not in it, because the claimed time is `/M` of the PDF's signature.
 * @param digest SHA-256 of the document without its signature slot
 * @returns DER of the `ContentInfo`
 */
export async function buildCms(digest: Uint8Array, key: SigningKey): Promise<Uint8Array> {
  const certificate = readDer(key.certificatePem)
  const attributes = sortedForSetOf([
    new pkijs.Attribute({ type: OID.contentType, values: [oid(OID.data)] }),
    new pkijs.Attribute({ type: OID.messageDigest, values: [octets(digest)] }),
    new pkijs.Attribute({ type: OID.signingCertificateV2, values: [essReference(certificate)] }),
  ])
  const tbs = encode(new asn1.Set({ value: attributes.map((attribute) => attribute.toSchema()) }))
  const signer = signerInfo(certificate, attributes, await key.sign(tbs))
  const authorities = key.chainPem.filter((pem) => !isSelfIssued(pem)).map(readDer)
  return encode(contentInfo(signer, [certificate, ...authorities]))
}

function signerInfo(der: Uint8Array, attributes: pkijs.Attribute[], signature: Uint8Array): pkijs.SignerInfo {
  const { issuer, serialNumber } = parseCertificate(der)
  return new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({ issuer, serialNumber }),
    digestAlgorithm: algorithm(OID.sha256),
    signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes }),
    signatureAlgorithm: algorithm(OID.ecdsaWithSha256),
    signature: octets(signature),
  })
}

function contentInfo(signer: pkijs.SignerInfo, certificates: Uint8Array[]): asn1.BaseBlock {
  const signed = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: OID.data }),
    digestAlgorithms: [algorithm(OID.sha256)],
    certificates: certificates.map(parseCertificate),
    signerInfos: [signer],
  })
  return new pkijs.ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) }).toSchema()
}

/** SigningCertificateV2 (RFC 5035): the hash of the certificate, algorithm left out as SHA-256 is the default. */
function essReference(der: Uint8Array): asn1.Sequence {
  const { issuer, serialNumber } = parseCertificate(der)
  const directoryName = new asn1.Constructed({
    idBlock: { tagClass: 3, tagNumber: 4 },
    value: [issuer.toSchema()],
  })
  const issuerSerial = sequence([sequence([directoryName]), serialNumber])
  const hash = octets(createHash('sha256').update(der).digest())
  return sequence([sequence([sequence([hash, issuerSerial])])])
}

/** DER orders the members of a SET OF by their encoding. */
function sortedForSetOf(attributes: pkijs.Attribute[]): pkijs.Attribute[] {
  return attributes
    .map((attribute) => ({ attribute, der: encode(attribute.toSchema()) }))
    .sort((a, b) => Buffer.compare(a.der, b.der))
    .map(({ attribute }) => attribute)
}

const readDer = (pem: string): Uint8Array => new X509Certificate(pem).raw
/** The root goes to those who verify by another way; a copy here would prove nothing. */
function isSelfIssued(pem: string): boolean {
  const certificate = new X509Certificate(pem)
  return certificate.checkIssued(certificate)
}

const parseCertificate = (der: Uint8Array) => pkijs.Certificate.fromBER(Uint8Array.from(der))
const encode = (block: asn1.BaseBlock): Uint8Array => new Uint8Array(block.toBER(false))
const sequence = (value: asn1.BaseBlock[]) => new asn1.Sequence({ value })
const oid = (value: string) => new asn1.ObjectIdentifier({ value })
const octets = (bytes: Uint8Array) => new asn1.OctetString({ valueHex: Uint8Array.from(bytes).buffer })
const algorithm = (id: string) => new pkijs.AlgorithmIdentifier({ algorithmId: id })
