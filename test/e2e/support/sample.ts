import { ACCOUNTS } from '#scripts/sample/people-of-the-office.ts'

function accountOf(email: string) {
  const account = ACCOUNTS.find((one) => one.email === email)
  if (!account) throw new Error(`no sample account ${email}`)
  return account
}

/** People and files of the sample network that the tests use. */
export const INSPECTOR = accountOf('a.baert@constat.example')
export const COLLEAGUE = accountOf('j.dhondt@constat.example')
export const SUPERVISOR = accountOf('e.vermeulen@constat.example')
/** A small convention in French, and another of the same inspector. */
export const AGREEMENT = 'ARAE-2025-014'
export const OTHER_AGREEMENT = 'APS-2025-007'
/** A third one of theirs, and one of another inspector. */
export const THIRD_AGREEMENT = 'TIC-2025-006'
export const FOREIGN_AGREEMENT = 'PFE-2025-002'
/** What every test's central store holds. */
export const AGREEMENTS = [AGREEMENT, OTHER_AGREEMENT, THIRD_AGREEMENT, FOREIGN_AGREEMENT] as const
export const PASSPHRASE = 'une phrase bien longue 2026'
