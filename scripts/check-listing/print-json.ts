/** An object to print: what is small as it is, long lists as what makes them. */
export type Printed = Readonly<Record<string, unknown>>

const PIECE = 64 * 1024

const isList = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value

/** One object as JSON, in pieces: of a list only the entry being written is held. */
export function* printJson(printed: Printed): Generator<string> {
  let piece = '{'
  let before = ''
  for (const [key, value] of Object.entries(printed)) {
    piece += `${before}\n  ${JSON.stringify(key)}: `
    before = ','
    for (const part of isList(value) ? listParts(value) : [indented(value)]) {
      piece += part
      if (piece.length < PIECE) continue
      yield piece
      piece = ''
    }
  }
  yield `${piece}\n}`
}

const indented = (value: unknown): string => JSON.stringify(value, null, 2).replaceAll('\n', '\n  ')

/** One entry a line. */
function* listParts(list: Iterable<unknown>): Generator<string> {
  let before = '['
  for (const entry of list) {
    yield `${before}\n    ${JSON.stringify(entry)}`
    before = ','
  }
  yield before === '[' ? '[]' : '\n  ]'
}
