import { formToWorkbook } from '#domain/convention/workbook/to-workbook.ts'
import { columnsOf } from '#domain/listing/columns.ts'
import { LISTING_NAMES, type ListingName } from '#domain/listing/listing.ts'
import { writeCsv } from '#domain/table/write-csv.ts'
import { writeWorkbook } from '#domain/table/write-workbook.ts'
import grid from '#resources/control-grid.json' with { type: 'json' }

/** A file to hand to an office or a partner. */
export interface EmptyForm {
  readonly name: string
  readonly bytes: Uint8Array | string
}

const LANGUAGES = ['fr', 'nl'] as const
type Language = (typeof LANGUAGES)[number]

/** The 13 sections stand in the form already. */
const SECTIONS = grid.sections.map(({ code, label: { fr, nl } }) => ({ code, title: { fr, nl } }))
const WIDTH = 20

/** The empty form of a convention, and the headers of every listing as CSV and XLSX, in French and in Dutch. */
export async function emptyForms(): Promise<EmptyForm[]> {
  const forms: EmptyForm[] = []
  for (const language of LANGUAGES) {
    const bytes = await formToWorkbook({ sections: SECTIONS }, language)
    forms.push({ name: `convention.${language}.xlsx`, bytes })
    for (const listing of LISTING_NAMES) forms.push(...(await listingForms(listing, language)))
  }
  return forms
}

async function listingForms(listing: ListingName, language: Language): Promise<EmptyForm[]> {
  const headers = columnsOf(listing).map((column) => column[language])
  const sheet = { name: listing, rows: [headers], widths: headers.map(() => WIDTH), headerRows: 1 }
  return [
    { name: `${listing}.${language}.csv`, bytes: writeCsv([headers]) },
    { name: `${listing}.${language}.xlsx`, bytes: await writeWorkbook([sheet]) },
  ]
}
