import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFStream,
  type PDFDocument,
  type PDFObject,
  type PDFRef,
} from '@cantoo/pdf-lib'
import type { LaterChange } from '#main/signing/verification.ts'

const name = (text: string) => PDFName.of(text)

/**
 * Every object of a signed revision that a later one changed or took away, with the keys concerned. Allowed is what
 * DocMDP P=2 allows and a signature needs: filling an empty signature field, long-term data (`DSS`) in the catalog.
 * (`pdfsig` and most readers do not look at this: a page painted over by an increment stays "valid" for them.)
 */
export function compareRevisions(signed: PDFDocument, final: PDFDocument): LaterChange[] {
  const root = String(signed.context.trailerInfo.Root)
  const moved = root === String(final.context.trailerInfo.Root) ? [] : [forbidden(root, 'Root')]
  const changed = signed.context
    .enumerateIndirectObjects()
    .filter(([, object]) => !isXrefStream(object))
    .map(([ref, before]) => compareObject(ref, before, final.context.lookup(ref), root))
  return [...moved, ...changed.filter((change) => change !== undefined)]
}

const forbidden = (object: string, change: string): LaterChange => ({ object, change, allowed: false })

/** Cross-reference streams belong to the file, not to the document. */
const isXrefStream = (object: PDFObject) =>
  object instanceof PDFStream && object.dict.get(name('Type')) === name('XRef')

function compareObject(
  ref: PDFRef,
  before: PDFObject,
  after: PDFObject | undefined,
  root: string,
): LaterChange | undefined {
  if (after === undefined) return forbidden(String(ref), '-')
  if (isSame(before, after)) return undefined
  if (!(before instanceof PDFDict && after instanceof PDFDict)) return forbidden(String(ref), kindOf(before))
  const keys = changedKeys(before, after)
  const allowed = String(ref) === root ? keys.every(isLongTermKey) : isFieldFilling(before, after, keys)
  return { object: String(ref), change: keys.join(', '), allowed }
}

function isSame(before: PDFObject, after: PDFObject): boolean {
  if (!(before instanceof PDFStream)) return String(before) === String(after)
  if (!(after instanceof PDFStream) || String(before.dict) !== String(after.dict)) return false
  return Buffer.from(before.getContents()).equals(after.getContents())
}

function kindOf(object: PDFObject): string {
  if (object instanceof PDFStream) return String(object.dict.get(name('Type')) ?? 'stream')
  return object instanceof PDFArray ? 'array' : 'value'
}

function changedKeys(before: PDFDict, after: PDFDict): string[] {
  const keys = new Set([...before.keys(), ...after.keys()])
  return [...keys]
    .filter((key) => String(before.get(key)) !== String(after.get(key)))
    .map((key) => key.decodeText())
}

const isLongTermKey = (key: string) => key === 'DSS' || key === 'Extensions'

/** An empty signature field that now holds a signature; a new look without a signature is no filling. */
function isFieldFilling(before: PDFDict, after: PDFDict, keys: readonly string[]): boolean {
  const wasEmpty = before.lookup(name('FT')) === name('Sig') && !before.has(name('V'))
  const value = after.lookup(name('V'))
  const isSigned = value instanceof PDFDict && value.has(name('ByteRange'))
  return wasEmpty && isSigned && keys.every((key) => key === 'V' || key === 'AP')
}
