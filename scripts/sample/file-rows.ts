import type { ListingName } from '#domain/listing/listing.ts'

/** A row as it will stand in the file: texts by column, already in Belgian form. */
export type FileRow = Record<string, string>
export type FileRows = Record<ListingName, FileRow[]>

/** `2025-03-01` → `01/03/2025`. */
export const day = (iso: string): string => iso.split('-').reverse().join('/')
/** `2.5` → `2,50`. */
export const decimal = (value: number): string => value.toFixed(2).replace('.', ',')
