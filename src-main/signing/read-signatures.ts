import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib'
import { fromPdfDate } from '#main/signing/pdf-date.ts'

const name = (text: string) => PDFName.of(text)

/** One signature as the document tells of it; nothing here has been checked. */
export interface FoundSignature {
  readonly field: string
  readonly subFilter: string
  /** ISO 8601, empty when there is none. */
  readonly claimedTime: string
  /** Undefined unless it is four whole numbers. */
  readonly byteRange: readonly [number, number, number, number] | undefined
}

/** Reads a PDF without touching its metadata. Throws when it is no PDF. */
export const loadPdf = (bytes: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true })

/** The signed fields in the order of their signing. Unsigned fields are left out. */
export function readSignatures(document: PDFDocument): FoundSignature[] {
  const fields = document.catalog
    .lookupMaybe(name('AcroForm'), PDFDict)
    ?.lookupMaybe(name('Fields'), PDFArray)
  const found: FoundSignature[] = []
  for (let at = 0; at < (fields?.size() ?? 0); at++) {
    const field = fields?.lookupMaybe(at, PDFDict)
    const value = field?.lookupMaybe(name('V'), PDFDict)
    if (field && value && field.lookup(name('FT')) === name('Sig')) found.push(readSignature(field, value))
  }
  return found.sort((a, b) => endOf(a) - endOf(b))
}

const endOf = ({ byteRange }: FoundSignature) => (byteRange ? byteRange[2] + byteRange[3] : 0)

function readSignature(field: PDFDict, value: PDFDict): FoundSignature {
  const subFilter = value.lookup(name('SubFilter'))
  return {
    field: readText(field, 'T'),
    subFilter: subFilter instanceof PDFName ? subFilter.decodeText() : '',
    claimedTime: fromPdfDate(readText(value, 'M')),
    byteRange: readRange(value),
  }
}

function readText(dict: PDFDict, key: string): string {
  const text = dict.lookup(name(key))
  return text instanceof PDFString || text instanceof PDFHexString ? text.decodeText() : ''
}

function readRange(value: PDFDict): FoundSignature['byteRange'] {
  const range = value.lookup(name('ByteRange'))
  if (!(range instanceof PDFArray) || range.size() !== 4) return undefined
  const numbers = range.asArray().map((item) => (item instanceof PDFNumber ? item.asNumber() : Number.NaN))
  return numbers.every(Number.isSafeInteger) ? (numbers as [number, number, number, number]) : undefined
}
