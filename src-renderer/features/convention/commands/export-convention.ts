import type { Convention } from '#domain/convention/convention.ts'
import { ok, type Result } from '#domain/result.ts'
import { bridge } from '#renderer/platform/bridge.ts'

/**
 * Writes the workbook form of a convention to a file of the user's choice; it can be imported again as it is. False
 * when the user chose no place. Errors: `file.not-saved`.
 */
export async function exportConvention(
  convention: Convention,
  language: 'fr' | 'nl',
): Promise<Result<boolean>> {
  // Writing workbooks is half a megabyte of code that reading a convention does not need.
  const { conventionToWorkbook } = await import('#domain/convention/workbook/to-workbook.ts')
  const answer = await bridge.invoke('file:save', {
    suggestedName: `${convention.agreementNo.replaceAll('/', '-')}.xlsx`,
    bytes: await conventionToWorkbook(convention, language),
  })
  return answer.ok ? ok(answer.value.saved) : answer
}
