/** How a column writes decimals; `unknown` while no cell of it shows. */
export type DecimalStyle = 'comma' | 'point' | 'unknown'

const COMMA = /^-?(?:\d+|\d{1,3}(?:\.\d{3})+),\d+$/
const POINT = /^-?(?:\d+|\d{1,3}(?:,\d{3})+)\.\d+$/
const THOUSANDS = /^-?\d{1,3}(?:\.\d{3})+$/
const ONE_GROUP = /^-?\d{1,3}\.\d{3}$/
const SCIENTIFIC = /^[-+]?\d+(?:[.,]\d+)?e[+-]?\d+$/i

/** A number that a spreadsheet shortened: `8,50730E+10`; its digits are lost. */
export const isScientific = (text: string): boolean => SCIENTIFIC.test(text)

const plain = (text: string): string => text.replace(/[\s\u00a0\u202f€]|eur$/gi, '')

/** Looks at all cells of a column: a comma decides, else a point that cannot part thousands (`docs/domain/files.md`). */
export function decimalStyleOf(cells: Iterable<string>): DecimalStyle {
  let style: DecimalStyle = 'unknown'
  for (const cell of cells) {
    const text = plain(cell)
    if (COMMA.test(text)) return 'comma'
    if (POINT.test(text) && !ONE_GROUP.test(text)) style = 'point'
  }
  return style
}

/** Reads `1.234,56`, `1 234,56 €`, `-12,5`, and `12.5` in a column with points; a reason when it cannot. */
export function parseDecimal(text: string, style: DecimalStyle): number | 'ambiguous' | 'invalid' {
  const digits = plain(text)
  if (/^-?\d+$/.test(digits)) return Number(digits)
  if (COMMA.test(digits) && style !== 'point') return Number(digits.replaceAll('.', '').replace(',', '.'))
  if (style === 'point' && POINT.test(digits)) return Number(digits.replaceAll(',', ''))
  if (!THOUSANDS.test(digits)) return 'invalid'
  if (style === 'unknown' && ONE_GROUP.test(digits)) return 'ambiguous'
  return style === 'point' ? 'invalid' : Number(digits.replaceAll('.', ''))
}

/** Reads a whole number: a point can only part thousands. */
export function parseWhole(text: string): number | 'invalid' {
  const value = parseDecimal(text, 'comma')
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : 'invalid'
}
