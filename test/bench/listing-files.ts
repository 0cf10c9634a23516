import type { SheetCell } from '#domain/table/write-workbook.ts'

/** Rows of the file that imports are timed with. */
export const IMPORTED_ROWS = 50_000

const two = (value: number): string => String(value).padStart(2, '0')
const day = (at: number, year: number): string => `${two(1 + (at % 28))}/${two(1 + (at % 12))}/${year}`

/** A national number with right check digits; no two of the first 50,000 are the same. */
function nissOf(at: number): string {
  const birth = `${two(60 + (at % 40))}${two(1 + (at % 12))}${two(1 + (at % 28))}`
  const base = birth + String(1 + Math.floor(at / 60)).padStart(3, '0')
  return base + two(97 - (Number(base) % 97))
}

/** One participation of 25 columns; of every hundred some are suspicious, and one is refused. */
function participation(at: number, agreementNo: string): string[] {
  const niss = nissOf(at)
  const birth = `${niss.slice(4, 6)}/${niss.slice(2, 4)}/19${niss.slice(0, 2)}`
  const id = `P-${String(at).padStart(6, '0')}`
  const who = [
    String(5_000_000 + at),
    niss,
    `NOM${at}`,
    `Prénom ${at % 900}`,
    Number(niss.slice(6, 9)) % 2 === 1 ? 'M' : 'F',
    birth,
  ]
  const where = at % 50 === 0 ? ['1800', '23088'] : ['1080', '21012']
  const status = ['CEI', day(at, 2024), String(at % 40), String(at % 9), '']
  const entry = [day(at, 2025), day(at, 2025), 'UC-P1', `${at % 30},50`]
  const exit = at % 3 === 0 ? ['30/12/2025', 'EMPLOI', 'contrat CDD', '31/12/2025'] : ['', '', '', '']
  const row = [id, agreementNo, ...who, ...where, ...status, ...entry, ...exit, `R-${at % 40}`, 'N']
  return at % 100 === 99 ? row.with(15, 'hier') : row
}

const HEADER =
  'participationId;agreementNo;actirisNo;niss;lastName;firstName;sex;birthDate;postcode;nisCode;' +
  'registrationStatusAtEntry;registrationDate;unemploymentDurationMonths;educationLevel;targetGroupProof;entryDate;' +
  'agreementSignedDate;phase;hoursDelivered;exitDate;exitOutcome;exitProof;exitProofDate;counsellorId;workingAtEntry'

/** A listing of participations as rows of texts, header first. */
export function participationRows(agreementNo: string, count = IMPORTED_ROWS): string[][] {
  return [HEADER.split(';'), ...Array.from({ length: count }, (_, at) => participation(at, agreementNo))]
}

/** The same as a spreadsheet holds it: dates and numbers by their type. */
export const asSheet = (rows: readonly string[][]): SheetCell[][] =>
  rows.map((row) => row.map((cell, place) => (place === 3 ? cell : typed(cell))))

function typed(cell: string): SheetCell {
  const date = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(cell)
  if (date) return { day: `${date[3] ?? ''}-${date[2] ?? ''}-${date[1] ?? ''}` }
  return /^\d+(,\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : cell
}
