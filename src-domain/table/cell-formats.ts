import { readXml } from '#domain/table/read-xml.ts'
import type { NumberKind } from '#domain/table/workbook-moment.ts'

/** Formats that every spreadsheet knows by their number (ECMA-376-1 §18.8.30; 27–36 and 50–58 in East Asia). */
const BUILT_IN_MOMENTS: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
]
/** `[h]:mm:ss` */
const BUILT_IN_DURATION = 46
/** What a format shows as it stands, the width of a letter, and colours, conditions or languages. */
const SHOWN_AS_IT_STANDS = /"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi
const ELAPSED = /\[(?:h+|m+|s+)\]/i

/** What a number format makes of a number: only its first section counts, that of positive numbers. */
export function kindOfFormat(code: string): NumberKind {
  const [shown = ''] = code.replace(SHOWN_AS_IT_STANDS, '').split(';')
  if (ELAPSED.test(shown)) return 'DURATION'
  return /[ymdhs]/i.test(shown) ? 'MOMENT' : 'NUMBER'
}

const kindOfBuiltIn = (id: number): NumberKind =>
  id === BUILT_IN_DURATION
    ? 'DURATION'
    : BUILT_IN_MOMENTS.some(([from, to]) => id >= from && id <= to)
      ? 'MOMENT'
      : 'NUMBER'

/** What the format of each cell style (`s` of a cell) makes of a number. */
export async function readCellFormats(part: AsyncIterable<Uint8Array>): Promise<NumberKind[]> {
  const own = new Map<number, NumberKind>()
  const ids: number[] = []
  let list = ''
  await readXml(part, {
    open: (name, { numFmtId = '', formatCode = '' }) => {
      if (name === 'numFmts' || name === 'cellXfs') list = name
      else if (name === 'numFmt' && list === 'numFmts') own.set(Number(numFmtId), kindOfFormat(formatCode))
      else if (name === 'xf' && list === 'cellXfs') ids.push(Number(numFmtId))
    },
    close: (name) => {
      if (name === list) list = ''
    },
    text: () => undefined,
  })
  return ids.map((id) => own.get(id) ?? kindOfBuiltIn(id))
}
