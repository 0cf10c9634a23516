import { err, type Result } from '#domain/result.ts'
import { inMegabytes, LIMITS } from '#domain/table/limits.ts'

/** Why a workbook cannot be read, thrown from inside a stream. */
export class WorkbookFault extends Error {
  /** `import.*` */
  readonly code: keyof typeof DETAILS

  constructor(code: keyof typeof DETAILS) {
    super(code)
    this.code = code
  }
}

const DETAILS = {
  'import.workbook-damaged': undefined,
  'import.xlsb': undefined,
  'import.workbook-too-big': { max: inMegabytes(LIMITS.sheetBytes) },
  'import.cell-too-big': { max: inMegabytes(LIMITS.cellBytes) },
  'import.too-many-texts': { max: LIMITS.texts },
} as const

/** What was thrown, as data; whatever XML or unpacking complain of is damage. */
export const faultAsResult = (thrown: unknown): Result<never> =>
  thrown instanceof WorkbookFault ? err(thrown.code, DETAILS[thrown.code]) : err('import.workbook-damaged')
