import { withoutRows, withRows } from '#domain/finding/cite-rows.ts'
import type { LinkedRow } from '#domain/finding/finding.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { getRecord } from '#renderer/db/records.ts'
import { saveFinding } from '#renderer/features/findings/commands/save-finding.ts'
import { inTurn } from '#renderer/features/findings/commands/in-turn.ts'

type Change = (cited: readonly LinkedRow[]) => Result<LinkedRow[]>

/** Adds rows to those that a finding cites. Errors: `finding.too-many-rows`, those of saving a record. */
export const addRows = (findingId: string, rows: readonly LinkedRow[]): Promise<Result<null>> =>
  changeRows(findingId, (cited) => withRows(cited, rows))

/** Takes rows away from those that a finding cites. */
export const removeRows = (findingId: string, rows: readonly LinkedRow[]): Promise<Result<null>> =>
  changeRows(findingId, (cited) => ok(withoutRows(cited, rows)))

function changeRows(findingId: string, change: Change): Promise<Result<null>> {
  return inTurn(async () => {
    const finding = await getRecord('finding', findingId)
    if (!finding) return err('finding.gone')
    const rows = change(finding.rows)
    return rows.ok ? await saveFinding(finding, { rows: rows.value }) : rows
  })
}
