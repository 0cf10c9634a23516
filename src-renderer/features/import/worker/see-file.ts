import { parseConventionFile } from '#domain/convention/parse-convention-file.ts'
import { isConventionForm } from '#domain/convention/workbook/from-workbook.ts'
import { previewFile } from '#domain/listing/preview-file.ts'
import { ok, type Result } from '#domain/result.ts'
import { kindOf } from '#domain/table/file-kind.ts'
import { openWorkbook } from '#domain/table/read-workbook.ts'
import type { SeenFile } from '#renderer/features/import/worker/import-messages.ts'
import { hashOf, type ReadBytes } from '#renderer/features/import/worker/read-file.ts'

/** Says what a file is: a convention, or a listing with what it begins with. Errors: `import.*` with `fileName`. */
export async function seeFile(file: ReadBytes): Promise<Result<SeenFile>> {
  const { fileName, bytes } = file
  if (isJson(file) || (await isForm(bytes))) {
    const parsed = await parseConventionFile(bytes, fileName)
    if (!parsed.ok) return parsed
    const source = { fileName, sha256: await hashOf(bytes), size: bytes.length }
    return ok({ kind: 'convention', ...parsed.value, source })
  }
  const preview = await previewFile(file)
  return preview.ok ? ok({ kind: 'listing', preview: preview.value }) : preview
}

const BRACE = 0x7b
const isJson = ({ fileName, bytes }: ReadBytes): boolean =>
  /\.json$/i.test(fileName) || bytes.subarray(0, 16).find((byte) => byte > 0x20 && byte < 0x80) === BRACE

/** Whether a file is a workbook in the form of a convention; what is wrong with a workbook is said when it is read. */
async function isForm(bytes: Uint8Array): Promise<boolean> {
  const kind = kindOf(bytes)
  if (!kind.ok || kind.value !== 'workbook') return false
  const workbook = await openWorkbook(bytes)
  return workbook.ok && isConventionForm(workbook.value.sheetNames)
}
