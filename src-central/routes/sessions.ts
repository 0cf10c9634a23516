import type { App, CentralDeps } from '#central/app-types.ts'
import { signIn } from '#central/accounts/sign-in.ts'
import { ProblemBody, valueOf } from '#central/plugins/problems.ts'
import { Organisation, Session, SessionRequest } from '#domain/account/account.ts'

/** What may be asked without a token. */
export function publicRoutes(app: App, deps: CentralDeps): void {
  const { authority, settings } = deps
  app.post(
    '/v1/sessions',
    {
      schema: {
        tags: ['account'],
        summary: 'Signs in',
        body: SessionRequest,
        response: { 200: Session, '4xx': ProblemBody },
      },
      config: { rateLimit: { max: settings.signInsPerMinute, timeWindow: '1 minute' } },
    },
    async (request) => {
      const result = await signIn(deps, request.body)
      return valueOf(result, !result.ok && result.error.code === 'session.wait' ? 429 : 401)
    },
  )
  app.get(
    '/v1/organisation',
    {
      schema: {
        tags: ['account'],
        summary: 'Tells the organisation and its keys',
        response: { 200: Organisation },
      },
    },
    () => ({
      name: settings.organisation,
      caCertificatePem: authority.caCertificatePem,
      recoveryPublicKeyPem: authority.recoveryPublicKeyPem,
      demo: settings.databaseUrl === undefined,
    }),
  )
}
