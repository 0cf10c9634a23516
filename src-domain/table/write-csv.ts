/** A spreadsheet runs a cell that starts like this as a formula. */
const RUNS = /^[=+\-@\t\r]/
const PLAIN_NUMBER = /^-?\d+(?:[.,]\d+)?$/
const NEEDS_QUOTES = /[;"\r\n\t]|^\s|\s$/
const BOM = '\ufeff'

/** Writes text cells as a Belgian spreadsheet reads them: `;`, UTF-8 with BOM, CRLF; no cell can run as a formula. */
export function writeCsv(rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  const lines = rows.map((row) => `${row.map(writeCell).join(';')}\r\n`)
  return new TextEncoder().encode(BOM + lines.join(''))
}

function writeCell(cell: string): string {
  const safe = RUNS.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
