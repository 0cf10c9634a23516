import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'

/** A request to the organisation's CA, with the private key that stays on the laptop. */
export interface SigningRequest {
  readonly csrPem: string
  /** PKCS#8 DER, to be sealed in the vault. */
  readonly privateKeyPkcs8: Uint8Array
}

const P256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

/** Makes a P-256 key and a PKCS#10 request for it (`nonRepudiation` only) under the inspector's name. */
export async function createSigningRequest(name: string): Promise<SigningRequest> {
  const keys = await webcrypto.subtle.generateKey(P256, true, ['sign', 'verify'])
  const request = await x509.Pkcs10CertificateRequestGenerator.create({
    // given as text it would be read: quotes, backslashes and a leading # mean something there
    name: new x509.Name([{ CN: [{ utf8String: name }] }]),
    keys,
    signingAlgorithm: P256,
    extensions: [new x509.KeyUsagesExtension(x509.KeyUsageFlags.nonRepudiation, true)],
  })
  const privateKey = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)
  return { csrPem: request.toString('pem'), privateKeyPkcs8: new Uint8Array(privateKey) }
}
