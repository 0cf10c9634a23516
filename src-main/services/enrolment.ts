import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto'
import { hostname } from 'node:os'
import type { Static } from 'typebox'
import { MIN_PASSPHRASE, type VaultOwner } from '#bridge/contract.ts'
import { Device, IssuedCertificate, Organisation } from '#domain/account/account.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Central } from '#main/services/central.ts'
import type { Signer, Vault } from '#main/services/keyring/vault.ts'
import type { OpenSession, Sessions } from '#main/services/session.ts'
import type { SigningRequest } from '#main/signing/create-signing-request.ts'

interface Tools {
  readonly vault: Vault
  readonly sessions: Sessions
  /** Asks in the name of a device that is known only during the enrolment. */
  readonly centralFor: (deviceId: string | null) => Central
}

interface Papers {
  readonly organisation: Static<typeof Organisation>
  readonly device: Static<typeof Device>
  readonly certificate: Static<typeof IssuedCertificate>
  readonly request: SigningRequest
}

/**
 * Makes this laptop the signed-in user's: device, signing key, certificate, vault. The keyring is written last, so
 * that a failure or a crash on the way leaves nothing behind here and the whole can be done again.
 * Errors: `vault.short-passphrase`, `vault.exists`, `session.expired`, `vault.bad-certificate`, `central.…`.
 */
export async function enrol(tools: Tools, passphrase: string): Promise<Result<VaultOwner>> {
  const { vault, sessions } = tools
  if (passphrase.length < MIN_PASSPHRASE) return err('vault.short-passphrase', { min: MIN_PASSPHRASE })
  const known = await vault.owner()
  if (!known.ok) return known
  if (known.value) return err('vault.exists')
  const session = sessions.current()
  if (!session.ok) return session
  const papers = await gatherPapers(tools, session.value)
  if (!papers.ok) return papers
  if (!(await isSound(papers.value, session.value.user.displayName))) return err('vault.bad-certificate')
  const { organisation } = papers.value
  const owner = ownerOf(session.value, papers.value)
  const { recoveryPublicKeyPem } = organisation
  const made = await vault.create({ passphrase, owner, signer: signerOf(papers.value), recoveryPublicKeyPem })
  if (made.ok) await sessions.keep()
  return made
}

async function gatherPapers({ centralFor }: Tools, { user }: OpenSession): Promise<Result<Papers>> {
  // Loaded here only: it is big, and needed once in the life of a laptop.
  const { createSigningRequest } = await import('#main/signing/create-signing-request.ts')
  const organisation = await centralFor(null).ask({ method: 'GET', path: '/v1/organisation' }, Organisation)
  if (!organisation.ok) return organisation
  const name = hostname().slice(0, 120) || 'laptop'
  const device = await centralFor(null).ask({ method: 'POST', path: '/v1/devices', body: { name } }, Device)
  if (!device.ok) return device
  const request = await createSigningRequest(user.displayName)
  const certificate = await centralFor(device.value.deviceId).ask(
    { method: 'POST', path: '/v1/certificates', body: { csrPem: request.csrPem } },
    IssuedCertificate,
  )
  if (!certificate.ok) return certificate
  const papers = { organisation: organisation.value, device: device.value, certificate: certificate.value }
  return ok({ ...papers, request })
}

/** The certificate is for our key, in the name of its owner byte for byte, and the organisation's CA stands behind it. */
async function isSound({ certificate, organisation, request }: Papers, name: string): Promise<boolean> {
  const { readCertificate } = await import('#main/signing/signing-key.ts')
  try {
    const own = new X509Certificate(certificate.certificatePem)
    const chain = [...certificate.chainPem, organisation.caCertificatePem].map(
      (pem) => new X509Certificate(pem),
    )
    const pkcs8 = Buffer.from(request.privateKeyPkcs8)
    const key = createPublicKey(createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }))
    const issuer = chain.find((above) => own.checkIssued(above))
    const ca = chain.at(-1)
    const isOurs = own.publicKey.equals(key) && readCertificate(own).subject === name
    return isOurs && issuer !== undefined && own.verify(issuer.publicKey) && leadsTo(issuer, ca)
  } catch {
    return false
  }
}

/** The issuer is the CA itself, or the CA signed it: chains here have at most one certificate in between. */
const leadsTo = (issuer: X509Certificate, ca: X509Certificate | undefined): boolean =>
  ca !== undefined && (issuer.fingerprint256 === ca.fingerprint256 || issuer.verify(ca.publicKey))

function ownerOf({ user, serverUrl }: OpenSession, { device, organisation }: Papers): VaultOwner {
  return { user, deviceId: device.deviceId, serverUrl, organisation: organisation.name }
}

function signerOf({ request, certificate, organisation }: Papers): Signer {
  const { certificatePem, chainPem } = certificate
  const pkcs8 = Buffer.from(request.privateKeyPkcs8).toString('base64')
  return { pkcs8, certificatePem, chainPem, caCertificatePem: organisation.caCertificatePem }
}
