import { X509Certificate } from 'node:crypto'
import type { PDFDocument } from '@cantoo/pdf-lib'
import { checkCms, type CheckedCms } from '#main/signing/check-cms.ts'
import { compareRevisions } from '#main/signing/compare-revisions.ts'
import { isTrusted, isValidAt } from '#main/signing/is-trusted.ts'
import { loadPdf, readSignatures, type FoundSignature } from '#main/signing/read-signatures.ts'
import { readCertificate } from '#main/signing/signing-key.ts'
import type { LaterChange, SignatureCheck, Verification } from '#main/signing/verification.ts'

/**
 * Tells of every signature who made it, whether the document is still what was signed, whether the signer is trusted
 * and what changed later. Never throws: what is no PDF is UNREADABLE.
 * @param trustedPems certificates of the authorities to trust
 */
export async function verifyPdf(bytes: Uint8Array, trustedPems: readonly string[]): Promise<Verification> {
  const trusted = trustedPems.map((pem) => new X509Certificate(pem))
  try {
    const document = await loadPdf(bytes)
    const found = readSignatures(document)
    if (found.length === 0) return { verdict: 'UNSIGNED', signatures: [] }
    const covered = Math.max(...found.map(endOf))
    const checks = found.map((signature) => checkSignature(bytes, document, signature, trusted, covered))
    const signatures = await Promise.all(checks)
    return { verdict: signatures.every(({ intact }) => intact) ? 'INTACT' : 'ALTERED', signatures }
  } catch {
    return { verdict: 'UNREADABLE', signatures: [] }
  }
}

const endOf = ({ byteRange }: FoundSignature) => (byteRange ? byteRange[2] + byteRange[3] : 0)

async function checkSignature(
  bytes: Uint8Array,
  document: PDFDocument,
  signature: FoundSignature,
  trusted: readonly X509Certificate[],
  covered: number,
): Promise<SignatureCheck> {
  const cms = checkRange(bytes, signature)
  const end = endOf(signature)
  const laterChanges = await changesSince(bytes, document, end)
  const problems = [
    ...cms.problems,
    ...(covered < bytes.length ? ['verify.bytes-appended'] : []),
    ...(laterChanges.every(({ allowed }) => allowed) ? [] : ['verify.changed-later']),
  ]
  const doubts = checkTrust(cms, signature, trusted)
  const facts = cms.signer ? readCertificate(cms.signer) : { subject: '', issuer: '' }
  return {
    field: signature.field,
    signer: facts.subject,
    issuer: facts.issuer,
    claimedTime: signature.claimedTime,
    intact: problems.length === 0,
    trusted: doubts.length === 0,
    coversWholeFile: end === bytes.length,
    problems: [...problems, ...doubts],
    laterChanges,
  }
}

/** The range must leave out nothing but one hexadecimal slot, and end where a revision ends. */
function checkRange(bytes: Uint8Array, { byteRange, subFilter }: FoundSignature): CheckedCms {
  const [from, length, next, tail] = byteRange ?? [-1, 0, 0, 0]
  const slot = Buffer.from(bytes.subarray(length, next)).toString('latin1')
  const ending = Buffer.from(bytes.subarray(next + tail - 8, next + tail)).toString('latin1')
  const isRight =
    from === 0 &&
    length < next &&
    next + tail <= bytes.length &&
    subFilter === 'ETSI.CAdES.detached' &&
    HEXADECIMAL.test(slot) &&
    /%%EOF\s*$/.test(ending)
  if (!isRight) return { signer: undefined, certificates: [], problems: ['verify.range-malformed'] }
  const contents = Buffer.from(slot.slice(1, -1), 'hex')
  return checkCms(contents, [bytes.subarray(0, length), bytes.subarray(next, next + tail)])
}

/** One case throughout: a flipped case bit would otherwise go unseen. */
const HEXADECIMAL = /^<(?:[0-9a-f]*|[0-9A-F]*)>$/

function checkTrust(
  { signer, certificates }: CheckedCms,
  { claimedTime }: FoundSignature,
  trusted: readonly X509Certificate[],
): string[] {
  if (!signer || !isTrusted(signer, certificates, trusted)) return ['verify.signer-not-trusted']
  return isValidAt(signer, claimedTime) ? [] : ['verify.certificate-not-valid']
}

async function changesSince(bytes: Uint8Array, final: PDFDocument, end: number): Promise<LaterChange[]> {
  if (end === 0 || end >= bytes.length) return []
  return compareRevisions(await loadPdf(bytes.subarray(0, end)), final)
}
