/** What a workbook cannot hold: control characters but tab and line end, and two places of Unicode without a character. */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** A text as every form of a convention holds it, so that JSON and workbook give the same: `\n`, no outer blanks. */
export const tidyText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(UNPRINTABLE, '').toWellFormed().trim()
