import type { Caller } from '#central/app-types.ts'
import type { Issued } from '#central/authority/issue-certificate.ts'
import type { Database } from '#central/db/database.ts'

export async function storeCertificate(db: Database, caller: Caller, issued: Issued): Promise<void> {
  await db.query('INSERT INTO certificates (serial, account_id, device_id, pem) VALUES ($1, $2, $3, $4)', [
    issued.serial,
    caller.account.id,
    caller.deviceId,
    issued.pem,
  ])
}
