import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Convention } from '#domain/convention/convention.ts'
import { conventionToWorkbook } from '#domain/convention/workbook/to-workbook.ts'
import type { ListingName } from '#domain/listing/listing.ts'
import { writeCsv } from '#domain/table/write-csv.ts'
import { writeWorkbook } from '#domain/table/write-workbook.ts'

const FOLDER = path.resolve(import.meta.dirname, '../../fixtures/listings')

/** A file as Playwright hands it to a field that takes files. */
export interface GivenFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

const given = (name: string, bytes: Uint8Array): GivenFile => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
})

/** A sample listing as an office sends it: windows-1252, `;`. */
export const officeFile = (listing: ListingName): GivenFile =>
  given(`${listing}.csv`, readFileSync(path.join(FOLDER, `${listing}.csv`)))

/** The rows of a sample listing, the header first. */
export const sampleRows = (listing: ListingName): string[][] =>
  new TextDecoder('windows-1252')
    .decode(officeFile(listing).buffer)
    .trim()
    .split('\r\n')
    .map((line) => line.split(';'))

/** The convention of the sample listings in the workbook form of the app. */
export async function conventionWorkbook(): Promise<GivenFile> {
  const text = readFileSync(path.join(FOLDER, 'convention.json'), 'utf8')
  return given('convention.xlsx', await conventionToWorkbook(JSON.parse(text) as Convention, 'fr'))
}

/** Rows as the app itself writes them: UTF-8 with BOM. */
export const csvFile = (name: string, rows: readonly (readonly string[])[]): GivenFile =>
  given(name, writeCsv(rows))

export const workbookFile = async (name: string, rows: readonly (readonly string[])[]): Promise<GivenFile> =>
  given(name, await writeWorkbook([{ name: 'Listing', rows, headerRows: 1 }]))
