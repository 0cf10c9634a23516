import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  PDFNumber,
  PDFStream,
  type PDFContext,
  type PDFRef,
} from '@cantoo/pdf-lib'
import { toPdfDate } from '#main/signing/pdf-date.ts'

/** Room for the CMS: about 2 kB are used with a P-256 certificate and its CA. */
export const SLOT_BYTES = 8192

/** Where a signature field stands: page from 1, PDF points from the lower left corner. */
export interface SignatureBox {
  readonly page: number
  readonly rect: readonly [left: number, bottom: number, right: number, top: number]
}

/** A signature field to be made, empty, for one who signs now or later. */
export interface SignatureField {
  readonly name: string
  readonly tooltip: string
  readonly box: SignatureBox
}

export interface SignaturePlan {
  /** The field that is signed now. */
  readonly field: string
  /** Fields to make in the same revision: later ones may then only be filled (DocMDP P=2). */
  readonly newFields: readonly SignatureField[]
  /** Only the first signature of a document certifies it. */
  readonly certify: boolean
  readonly signer: string
  readonly reason: string
  readonly location: string
  /** ISO 8601 UTC: the claimed time. */
  readonly signedAt: string
  /** A one-page PDF that becomes the visible signature. */
  readonly appearance: Uint8Array
}

const name = (text: string) => PDFName.of(text)

/**
 * Appends a revision with the fields, the visible signature and an empty slot, its ByteRange already filled in.
 * What remains is hashing and filling (`signPrepared`). Throws when the field is missing or already signed: a bug.
 */
export async function prepareSignature(bytes: Uint8Array, plan: SignaturePlan): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, {
    forIncrementalUpdate: true,
    updateMetadata: false,
    throwOnInvalidObject: true,
  })
  for (const field of plan.newFields) addField(document, field)
  const field = findEmptyField(document, plan.field)
  const signature = registerSignature(document.context, plan)
  field.set(name('V'), signature)
  if (plan.certify) certify(document, signature)
  await setAppearance(document, field, plan.appearance)
  const revised = await document.commit({
    useObjectStreams: false,
  })
  return fillByteRange(revised, bytes.length)
}

function addField(document: PDFDocument, { name: title, tooltip, box }: SignatureField): void {
  const { context } = document
  const page = document.getPage(box.page - 1)
  const [left, bottom, right, top] = box.rect
  const empty = context.formXObject([], { BBox: [0, 0, right - left, top - bottom], Resources: {} })
  const widget = context.register(
    context.obj({
      ...{ Type: 'Annot', Subtype: 'Widget', FT: 'Sig', Rect: [...box.rect], P: page.ref },
      ...{ T: PDFHexString.fromText(title), TU: PDFHexString.fromText(tooltip) },
      F: PRINT_AND_LOCKED,
      AP: { N: context.register(empty) },
    }),
  )
  fieldsOf(document).push(widget)
  const annotations = page.node.lookupMaybe(name('Annots'), PDFArray) ?? context.obj([])
  annotations.push(widget)
  page.node.set(name('Annots'), annotations)
}

/** Annotation flags Print (4) and Locked (128): PDF/A wants the first, nobody may move the field. */
const PRINT_AND_LOCKED = 4 | 128

function fieldsOf(document: PDFDocument): PDFArray {
  const { catalog, context } = document
  const form = catalog.lookupMaybe(name('AcroForm'), PDFDict) ?? context.obj({ Fields: [] })
  if (!catalog.has(name('AcroForm'))) catalog.set(name('AcroForm'), context.register(form))
  // SignaturesExist | AppendOnly: a reader must save by appending
  form.set(name('SigFlags'), PDFNumber.of(3))
  return form.lookup(name('Fields'), PDFArray)
}

function findEmptyField(document: PDFDocument, title: string): PDFDict {
  const fields = fieldsOf(document)
  for (let at = 0; at < fields.size(); at++) {
    const field = fields.lookup(at, PDFDict)
    if (field.lookup(name('T'), PDFHexString).decodeText() !== title) continue
    if (field.has(name('V'))) throw new Error(`signature field ${title} is already signed`)
    return field
  }
  throw new Error(`no signature field ${title}`)
}

function certify(document: PDFDocument, signature: PDFRef): void {
  if (document.catalog.has(name('Perms'))) throw new Error('the document is already certified')
  document.catalog.set(name('Perms'), document.context.obj({ DocMDP: signature }))
}

/** Turns the page into a form XObject of the size of the field. */
async function setAppearance(document: PDFDocument, field: PDFDict, appearance: Uint8Array): Promise<void> {
  const [page] = await document.embedPdf(appearance)
  if (!page) throw new Error('the appearance has no page')
  await document.flush()
  const rect = field.lookup(name('Rect'), PDFArray).asRectangle()
  const { dict } = document.context.lookup(page.ref, PDFStream)
  dict.set(name('BBox'), document.context.obj([0, 0, rect.width, rect.height]))
  dict.delete(name('Group'))
  field.set(name('AP'), document.context.obj({ N: page.ref }))
}

const NUMBER_WIDTH = 10
const OPEN_RANGE = `/ByteRange [0 ${Array(3).fill('*'.repeat(NUMBER_WIDTH)).join(' ')}]`

/** The signature dictionary is written verbatim, so that its two gaps have a fixed size and place. */
function registerSignature(context: PDFContext, plan: SignaturePlan): PDFRef {
  const lines = [
    '/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    OPEN_RANGE,
    `/Contents <${'0'.repeat(SLOT_BYTES * 2)}>`,
    `/M (${toPdfDate(plan.signedAt)})`,
    `/Name ${hexText(plan.signer)} /Reason ${hexText(plan.reason)} /Location ${hexText(plan.location)}`,
    ...(plan.certify ? [`/Reference [${DOC_MDP}]`] : []),
    '/Prop_Build << /App << /Name /Constat >> >>',
  ]
  return context.register(PDFInvalidObject.of(Buffer.from(`<<\n${lines.join('\n')}\n>>`, 'latin1')))
}

/** Afterwards only fields may be filled and signatures added. */
const DOC_MDP =
  '<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 2 /V /1.2 >> >>'

/** UTF-16BE as a hexadecimal string: safe for accents and parentheses. */
const hexText = (text: string) => PDFHexString.fromText(text).toString()

/** Writes the byte range of the slot that stands in the revision appended after `from`. */
function fillByteRange(revised: Uint8Array, from: number): Uint8Array {
  const bytes = Buffer.from(revised)
  const range = bytes.indexOf(OPEN_RANGE, from, 'latin1')
  const start = bytes.indexOf('/Contents <', range, 'latin1') + '/Contents '.length
  const end = start + SLOT_BYTES * 2 + 2
  const numbers = [start, end, bytes.length - end].map((value) => String(value).padEnd(NUMBER_WIDTH))
  bytes.write(`/ByteRange [0 ${numbers.join(' ')}]`, range, 'latin1')
  return new Uint8Array(bytes)
}
