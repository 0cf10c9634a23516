import { randomBytes } from 'node:crypto'
import type { App, CentralDeps } from '#central/app-types.ts'
import { issueCertificate } from '#central/authority/issue-certificate.ts'
import { Problem, ProblemBody, valueOf } from '#central/plugins/problems.ts'
import { storeCertificate } from '#central/repositories/certificates.ts'
import { storeDevice } from '#central/repositories/devices.ts'
import { CertificateRequest, Device, DeviceRequest, IssuedCertificate } from '#domain/account/account.ts'
import { uuidV7 } from '#domain/ids.ts'

/** Enrolment of a laptop, and the certificate for the key made on it. */
export function deviceRoutes(app: App, deps: CentralDeps): void {
  app.post(
    '/v1/devices',
    {
      schema: {
        tags: ['account'],
        summary: 'Enrols a laptop',
        body: DeviceRequest,
        response: { 200: Device, '4xx': ProblemBody },
      },
    },
    async (request) => {
      const deviceId = uuidV7(deps.now().getTime(), randomBytes(10))
      await storeDevice(deps.db, deviceId, request.caller.account.id, request.body.name)
      return { deviceId, name: request.body.name }
    },
  )
  app.post(
    '/v1/certificates',
    {
      schema: {
        tags: ['account'],
        summary: 'Issues a signing certificate to the inspector or supervisor who asks',
        body: CertificateRequest,
        response: { 200: IssuedCertificate, '4xx': ProblemBody },
      },
    },
    async (request) => {
      const { account } = request.caller
      // inspectors sign reports, supervisors put their visa on them; nobody else uses the app
      if (account.role === 'ADMINISTRATOR') throw new Problem(403, 'device.no-signer')
      const { csrPem } = request.body
      const issued = valueOf(
        await issueCertificate(deps.authority, csrPem, account.displayName, deps.now()),
        400,
      )
      await storeCertificate(deps.db, request.caller, issued)
      return { certificatePem: issued.pem, chainPem: [deps.authority.caCertificatePem] }
    },
  )
}
