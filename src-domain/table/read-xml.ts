import { SaxesParser } from 'saxes'

export type Attributes = Readonly<Record<string, string>>

/** What is done as the elements of a part pass; names come without the prefix of their namespace. */
export interface XmlHandler {
  readonly open: (name: string, attributes: Attributes) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

/** Feeds the bytes of one part to a handler. */
export interface XmlReader {
  readonly write: (bytes: Uint8Array) => void
  /** Throws when something was opened and never closed. */
  readonly end: () => void
}

/** A part may declare another encoding than UTF-8; UTF-16 shows by its first bytes. */
const DECLARED = /^<\?xml[^>]*\sencoding=["']([\w.-]+)["']/

/** Makes the reader of a part; it throws on what is no well-formed XML. Entities of a DTD are never expanded. */
export function createXmlReader({ open, close, text }: XmlHandler): XmlReader {
  const parser = new SaxesParser({ position: false, xmlns: false as const })
  parser.on('opentag', ({ name, attributes }) => {
    open(localName(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    close(localName(name))
  })
  parser.on('text', text)
  parser.on('cdata', text)
  let decoder: TextDecoder | null = null
  return {
    write: (bytes) => {
      decoder ??= new TextDecoder(encodingOf(bytes))
      parser.write(decoder.decode(bytes, { stream: true }))
    },
    end: () => {
      parser.close()
    },
  }
}

/** Reads a whole part. */
export async function readXml(chunks: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  const reader = createXmlReader(handler)
  for await (const chunk of chunks) reader.write(chunk)
  reader.end()
}

const localName = (name: string): string => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** An attribute by its name without prefix: `r:id` is `id`, whatever the prefix. */
export const attributeOf = (attributes: Attributes, name: string): string =>
  Object.entries(attributes).find(([key]) => key.includes(':') && localName(key) === name)?.[1] ??
  attributes[name] ??
  ''

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || second === 0) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || first === 0) return 'utf-16be'
  return DECLARED.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 200)))?.[1] ?? 'utf-8'
}
