import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'

const name = (text: string) => PDFName.of(text)

/** Appends an increment, as any PDF library can: the signed bytes stay as they were. */
async function append(bytes: Uint8Array, change: (document: PDFDocument) => void | Promise<void>) {
  const document = await PDFDocument.load(bytes, { forIncrementalUpdate: true, updateMetadata: false })
  await change(document)
  return document.commit({ useObjectStreams: false })
}

/** Covers the first page with a white rectangle. */
export const paintOver = (bytes: Uint8Array) =>
  append(bytes, (document) => {
    document.getPage(0).drawRectangle({ x: 0, y: 0, width: 400, height: 400 })
  })

/** Takes the embedded data away. */
export const removeAttachment = (bytes: Uint8Array) =>
  append(bytes, ({ catalog }) => {
    catalog.delete(name('AF'))
    catalog.lookup(name('Names'), PDFDict).delete(name('EmbeddedFiles'))
  })

const firstField = (document: PDFDocument, at: number) =>
  document.catalog.lookup(name('AcroForm'), PDFDict).lookup(name('Fields'), PDFArray).lookup(at, PDFDict)

const otherLook = ({ context }: PDFDocument) =>
  context.obj({ N: context.register(context.formXObject([], { BBox: [0, 0, 10, 10], Resources: {} })) })

/** Gives the inspector's visible signature another look. */
export const swapAppearance = (bytes: Uint8Array) =>
  append(bytes, (document) => firstField(document, 0).set(name('AP'), otherLook(document)))

/** Gives the supervisor's empty field a look as if it were signed. */
export const fakeVisa = (bytes: Uint8Array) =>
  append(bytes, (document) => firstField(document, 1).set(name('AP'), otherLook(document)))

/** Replaces the words of a page by other words. */
export const replaceContent = (bytes: Uint8Array) =>
  append(bytes, (document) => {
    const { context } = document
    const page = document.getPage(2).node
    page.set(name('Contents'), context.register(context.stream('BT ET')))
  })

export const addPage = (bytes: Uint8Array) => append(bytes, (document) => void document.addPage())
