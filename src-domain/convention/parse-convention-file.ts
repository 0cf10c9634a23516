import { parseConvention, type ParsedConvention } from '#domain/convention/parse-convention.ts'
import { conventionFromWorkbook } from '#domain/convention/workbook/from-workbook.ts'
import type { Result } from '#domain/result.ts'
import { decodeText } from '#domain/table/decode-text.ts'
import { kindOf } from '#domain/table/file-kind.ts'
import { checkFileSize } from '#domain/table/limits.ts'

/**
 * Reads a convention from a file, by what it holds: JSON in any encoding, or the XLSX form.
 * @returns errors `import.*` with `fileName`
 */
export async function parseConventionFile(
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<ParsedConvention>> {
  const parsed = await parseByContent(bytes)
  if (parsed.ok) return parsed
  const { error } = parsed
  return { ok: false, error: { ...error, details: { fileName, ...error.details } } }
}

async function parseByContent(bytes: Uint8Array): Promise<Result<ParsedConvention>> {
  const size = checkFileSize(bytes.length)
  const kind = size.ok ? kindOf(bytes) : size
  if (!kind.ok) return kind
  if (kind.value === 'workbook') return await conventionFromWorkbook(bytes)
  const decoded = decodeText(bytes)
  return decoded.ok ? parseConvention(decoded.value.text) : decoded
}
