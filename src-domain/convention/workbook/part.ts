import type { BilingualText } from '#domain/convention/basics.ts'

/** A name in French and in Dutch. */
type Names = readonly [fr: string, nl: string]

/** A header, and where the catalogs of the convention have the words of a choice: `financing/modes`. */
export type Field = readonly [...Names, words?: string]

/** One sheet of the workbook form. What a field holds is told by the schema at its place. */
export interface Part {
  /** Name of the sheet: at most 31 characters, none of `[]:*?/\`. */
  readonly sheet: BilingualText
  /** Place of its list in the convention, a row for each entry; `*` for each entry of an owner. Without it: one field a row. */
  readonly list?: string
  /** The field that tells owners apart, with the header of the column that names the owner. */
  readonly owner?: { readonly key: string; readonly names: Names }
  /** Place below the entry (or the convention) → header; '' is the entry itself. A choice also has the place of its words. */
  readonly fields: Readonly<Record<string, Field>>
}

/** The name of a sheet in both languages. */
export const sheet = (fr: string, nl: string): BilingualText => ({ fr, nl })
