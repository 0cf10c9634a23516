import type { SheetCell } from '#domain/table/write-workbook.ts'

/** To the worker: what to write, its rows in small pieces, then `write`. */
export type Order =
  | { readonly kind: 'csv' }
  | { readonly kind: 'xlsx'; readonly name: string; readonly widths: readonly number[] }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly SheetCell[])[] }
  | { readonly kind: 'write' }

/** From the worker: the file. */
export interface News {
  readonly bytes: Uint8Array<ArrayBuffer>
}
