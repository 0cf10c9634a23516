import { AGREEMENT_PARTS } from '#domain/convention/workbook/agreement-parts.ts'
import { EXECUTION_PARTS } from '#domain/convention/workbook/execution-parts.ts'
import type { Part } from '#domain/convention/workbook/part.ts'

/** Every part of the workbook form, in the order of its sheets: written and read by this one list. */
export const PARTS: readonly Part[] = [...AGREEMENT_PARTS, ...EXECUTION_PARTS]
