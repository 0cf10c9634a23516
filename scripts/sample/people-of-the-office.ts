import type { Role } from '#domain/account/account.ts'

export interface SampleAccount {
  readonly id: string
  readonly email: string
  readonly displayName: string
  readonly role: Role
  readonly password: string
}

const account = (no: number, name: string, email: string, role: Role): SampleAccount => ({
  id: `01890000-0000-7000-8000-${String(no).padStart(12, '0')}`,
  email: `${email}@constat.example`,
  displayName: name,
  role,
  password: `Demo-${email.replace('.', '-')}-2026`,
})

/** The office's people in the sample: known passwords, so for demonstrations only. */
export const ACCOUNTS: readonly SampleAccount[] = [
  account(1, 'Amina Baert', 'a.baert', 'INSPECTOR'),
  account(2, 'Jérôme D’Hondt', 'j.dhondt', 'INSPECTOR'),
  account(3, 'Lieve Smets', 'l.smets', 'INSPECTOR'),
  account(4, 'Karim Ouazzani', 'k.ouazzani', 'INSPECTOR'),
  account(11, 'Éloïse Vermeulen', 'e.vermeulen', 'SUPERVISOR'),
  account(12, 'Tom Lambrecht', 't.lambrecht', 'SUPERVISOR'),
  account(21, 'Administration démo', 'admin', 'ADMINISTRATOR'),
]
