import type { Words } from '#domain/report/print-words.ts'
import type { AppError } from '#domain/result.ts'

/** That something was not computed, with the reason when a partner can do something with it. */
export const printProblem = (key: string, error: AppError, words: Words): string =>
  [words.text(key), words.told(error)].filter((text) => text !== null).join(' ')

/** The notices that a partner is told; the others are for the inspector. */
export const printNotices = (notices: readonly AppError[], words: Words): string[] =>
  notices.flatMap((notice) => words.told(notice) ?? [])
