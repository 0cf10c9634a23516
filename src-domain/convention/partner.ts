import { Type, type Static } from 'typebox'
import { BilingualText, Code, IsoDate, orNull, Text } from '#domain/convention/basics.ts'

export const Contact = Type.Object({
  name: Text,
  role: Text,
  email: Text,
  phone: Text,
})

/** Ten digits of the crossroads bank for enterprises. */
export const EnterpriseNo = Type.String({ pattern: '^[01]\\d{9}$' })
/** A Belgian account number. */
export const Iban = Type.String({ pattern: '^BE\\d{14}$' })

export const Partner = Type.Object({
  name: BilingualText,
  enterpriseNo: EnterpriseNo,
  iban: Iban,
  legalForm: Text,
  address: Text,
  contacts: Type.Array(Contact),
})

export const Site = Type.Object({
  code: Code,
  name: Text,
  street: Text,
  postcode: Type.String({ pattern: '^[1-9]\\d{3}$' }),
  nisCode: Type.String({ pattern: '^\\d{5}$' }),
  commune: BilingualText,
})
export type Site = Static<typeof Site>

/** How far a worker's access to the secured network is. */
export const AccessStatus = Type.Enum(['NONE', 'REQUESTED', 'ACTIVE', 'SUSPENDED', 'REVOKED'])
export type AccessStatus = Static<typeof AccessStatus>

/** A worker charged to the action, with the services of the secured network: login, training, help desk. */
export const PartnerStaffMember = Type.Object({
  /** The worker's code in the listings, `R-01`. */
  code: Code,
  name: Text,
  function: Text,
  access: AccessStatus,
  networkLogin: orNull(Code),
  accessSince: orNull(IsoDate),
  accessEnd: orNull(IsoDate),
  trainedOn: orNull(IsoDate),
  helpDesk: Type.Boolean(),
})
export type PartnerStaffMember = Static<typeof PartnerStaffMember>
