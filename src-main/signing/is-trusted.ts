import type { X509Certificate } from 'node:crypto'

/** Longest chain that is followed. */
const MAX_DEPTH = 5
/** A laptop's clock may be behind that of the authority that has just issued the certificate. */
const CLOCK_TOLERANCE_MS = 24 * 60 * 60 * 1000

/** Whether a chain leads from a certificate to a trusted one, through others that came along. */
export function isTrusted(
  certificate: X509Certificate,
  others: readonly X509Certificate[],
  trusted: readonly X509Certificate[],
  depth = 0,
): boolean {
  if (trusted.some((root) => isIssuedBy(certificate, root))) return true
  if (depth === MAX_DEPTH) return false
  const issuers = others.filter((other) => other !== certificate && isIssuedBy(certificate, other))
  return issuers.some((issuer) => isTrusted(issuer, others, trusted, depth + 1))
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
}

/** Whether a certificate was valid at a claimed time (ISO 8601). */
export function isValidAt({ validFrom, validTo }: X509Certificate, time: string): boolean {
  const at = Date.parse(time)
  return at + CLOCK_TOLERANCE_MS >= Date.parse(validFrom) && at <= Date.parse(validTo)
}
