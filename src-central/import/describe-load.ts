import type { NetworkAccount } from '#central/import/network-files.ts'
import type { LoadReport } from '#central/import/load-network.ts'

/** What a load prints: the counts, the refused rows by reason, and the credentials of the sample accounts. */
export function describeLoad(report: LoadReport): string {
  const { conventions, inspections, rows, rejected, accounts } = report
  return [
    `Loaded: ${conventions} conventions, ${inspections} inspections, ${rows} rows; ${rejected.length} rows refused:`,
    ...countReasons(report),
    '',
    describeAccounts(accounts),
  ].join('\n')
}

/** The sample accounts with their passwords. */
export function describeAccounts(accounts: readonly NetworkAccount[]): string {
  const lines = accounts.map(
    ({ role, email, password }) => `  ${role.padEnd(14)} ${email.padEnd(32)} ${password}`,
  )
  return ['Accounts of the sample network (for demonstrations only):', ...lines, ''].join('\n')
}

/** The refused rows are listed one by one at `GET /v1/imports`. */
function countReasons({ rejected }: LoadReport): string[] {
  const counts = new Map<string, number>()
  for (const { rule } of rejected.flatMap((row) => row.reasons)) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return [...counts].sort().map(([rule, count]) => `  ${String(count).padStart(6)}  ${rule}`)
}
