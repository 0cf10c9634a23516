import { readXml } from '#domain/table/read-xml.ts'

/** Signs that XML has no place for stand as `_x000D_` in a workbook. */
export const decodeEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_whole, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text

/** The texts that cells refer to by their place, of all runs put together; how they are pronounced is left out. */
export async function readSharedTexts(part: AsyncIterable<Uint8Array>): Promise<string[]> {
  const texts: string[] = []
  let one = ''
  let isTaken = false
  let isSound = false
  await readXml(part, {
    open: (name) => {
      if (name === 'si') one = ''
      else if (name === 'rPh') isSound = true
      else if (name === 't') isTaken = !isSound
    },
    close: (name) => {
      if (name === 'si') texts.push(decodeEscapes(one))
      else if (name === 'rPh') isSound = false
      else if (name === 't') isTaken = false
    },
    text: (text) => {
      if (isTaken) one += text
    },
  })
  return texts
}
