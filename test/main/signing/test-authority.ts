import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openAuthority } from '#central/authority/authority.ts'
import { issueCertificate } from '#central/authority/issue-certificate.ts'
import { createSigningRequest } from '#main/signing/create-signing-request.ts'
import { createSoftwareKey, type SigningKey } from '#main/signing/signing-key.ts'

/** The judges look at the machine's clock, so the claimed time is that of the test run. */
export const SIGNED_AT = new Date().toISOString()
const YESTERDAY = new Date(Date.parse(SIGNED_AT) - 24 * 3600 * 1000)

/** The central store's own authority, in a folder that lasts as long as the test. */
export interface TestAuthority {
  readonly caPem: string
  readonly caFile: string
  /** Makes a key by the product's own request and has it certified. */
  issue(name: string): Promise<SigningKey>
}

/** Opens a fresh authority. */
export async function openTestAuthority(organisation = 'Organisation d’essai'): Promise<TestAuthority> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'constat-ca-'))
  const authority = await openAuthority(folder, organisation, YESTERDAY)
  return {
    caPem: authority.caCertificatePem,
    caFile: path.join(folder, 'ca.pem'),
    issue: async (name) => {
      const { csrPem, privateKeyPkcs8 } = await createSigningRequest(name)
      const issued = await issueCertificate(authority, csrPem, name, YESTERDAY)
      if (!issued.ok) throw new Error(issued.error.code)
      const { pem } = issued.value
      return createSoftwareKey({
        certificatePem: pem,
        chainPem: [authority.caCertificatePem],
        privateKeyPkcs8,
      })
    },
  }
}
