/** Values printed into an error's text; never personal data. */
export type Details = Readonly<Record<string, string | number>>

/** A failure as data: `code` is `room.what-is-wrong`, the key of its text in the catalogs. */
export interface AppError {
  readonly code: string
  readonly details?: Details
  /** What is wrong, one by one, where all of it is told at once; `details.count` is how many there are, told or not. */
  readonly others?: readonly AppError[]
}

/** What a function that can fail returns; exceptions are for bugs only. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError }

/** Wraps a success. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

/** Wraps a failure. */
export const err = (code: string, details?: Details): Result<never> => ({
  ok: false,
  error: details === undefined ? { code } : { code, details },
})
