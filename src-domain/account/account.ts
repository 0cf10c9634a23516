import { Type, type Static } from 'typebox'
import { Uuid } from '#domain/ids.ts'

/** Who may do what (`docs/domain/workflow.md`, roles). */
export const Role = Type.Enum(['INSPECTOR', 'SUPERVISOR', 'ADMINISTRATOR'])
export type Role = Static<typeof Role>

/** A person with an account at the central store. */
export const User = Type.Object({
  id: Uuid,
  email: Type.String({ minLength: 3, maxLength: 200 }),
  displayName: Type.String({ minLength: 1, maxLength: 120 }),
  role: Role,
})
export type User = Static<typeof User>

export const SessionRequest = Type.Object({
  email: Type.String({ minLength: 3, maxLength: 200 }),
  password: Type.String({ minLength: 1, maxLength: 200 }),
})
export type SessionRequest = Static<typeof SessionRequest>

/** An access token; the client sends it as `Authorization: Bearer`. */
export const Session = Type.Object({
  accessToken: Type.String(),
  expiresAt: Type.String(),
  user: User,
})
export type Session = Static<typeof Session>

export const DeviceRequest = Type.Object({ name: Type.String({ minLength: 1, maxLength: 120 }) })

/** A laptop enrolled for one user; sent with each request as `x-device-id`. */
export const Device = Type.Object({ deviceId: Uuid, name: Type.String() })

export const CertificateRequest = Type.Object({ csrPem: Type.String({ maxLength: 8000 }) })

/** The inspector's signing certificate, and those above it up to the organisation's CA. */
export const IssuedCertificate = Type.Object({
  certificatePem: Type.String(),
  chainPem: Type.Array(Type.String()),
})

/** What a laptop must know of the organisation: its CA, and the public key that recovery slots are sealed to. */
export const Organisation = Type.Object({
  name: Type.String(),
  caCertificatePem: Type.String(),
  /** RSA public key, SPKI PEM: the vault's master key is sealed to it with RSA-OAEP-SHA-256. */
  recoveryPublicKeyPem: Type.String(),
  demo: Type.Boolean(),
})
