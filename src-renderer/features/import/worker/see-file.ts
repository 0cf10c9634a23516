import { parseConvention } from '#domain/convention/parse-convention.ts'
import { previewFile } from '#domain/listing/preview-file.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { SeenFile } from '#renderer/features/import/worker/import-messages.ts'
import { hashOf, type ReadBytes } from '#renderer/features/import/worker/read-file.ts'

/** Says what a file is: a convention, or a listing with what it begins with. Errors: `import.*` with `fileName`. */
export async function seeFile(file: ReadBytes): Promise<Result<SeenFile>> {
  if (isJson(file)) {
    const parsed = parseConvention(new TextDecoder().decode(file.bytes))
    if (!parsed.ok) return err(parsed.error.code, { ...parsed.error.details, fileName: file.fileName })
    const { fileName, bytes } = file
    const source = { fileName, sha256: await hashOf(bytes), size: bytes.length }
    return ok({ kind: 'convention', ...parsed.value, source })
  }
  const preview = await previewFile(file)
  return preview.ok ? ok({ kind: 'listing', preview: preview.value }) : preview
}

const BRACE = 0x7b
const isJson = ({ fileName, bytes }: ReadBytes): boolean =>
  /\.json$/i.test(fileName) || bytes.subarray(0, 16).find((byte) => byte > 0x20 && byte < 0x80) === BRACE
