import type { Fields } from '#domain/listing/columns.ts'
import type { Register } from '#domain/listing/judge/register.ts'
import { splitIds } from '#domain/listing/split-ids.ts'

type Payment = Fields<'payments'>
type Paper = Fields<'documents'>

/** What only shows when payments or papers are seen together; each is keyed by the key of the row it is about. */
export interface PaperCrossings {
  /** Payment → cents paid to the partner in its budget year, up to and with this one. */
  readonly paidInYear: ReadonlyMap<string, number>
  /** Payment → an earlier row that settles the same amount of the same commitment on the same day. */
  readonly samePayment: ReadonlyMap<string, string>
  /** Document → an earlier one made of the same file. */
  readonly sameFile: ReadonlyMap<string, string>
  /** Workers with a payslip or individual account in the register. */
  readonly payslips: ReadonlySet<string>
}

/** The budget year a payment counts in: the one it bears, else that of its date. */
export const budgetYear = ({ budexe, dateLiq }: Payment): number => budexe ?? Number(dateLiq.slice(0, 4))

/** Looks at all accepted payments and papers together. */
export function crossPapers({ rows, convention }: Register): PaperCrossings {
  const payments = [...(rows.payments?.values() ?? [])]
  const papers = [...(rows.documents?.values() ?? [])]
  return {
    paidInYear: sumPerYear(payments, convention.partner.enterpriseNo),
    samePayment: findTwins(payments, ({ idLiq }) => idLiq, settlementOf),
    sameFile: findTwins(
      papers,
      ({ docId }) => docId,
      ({ sha256 }) => sha256,
    ),
    payslips: new Set(papers.filter(isPayslip).flatMap(({ linkedTo }) => splitIds(linkedTo ?? ''))),
  }
}

const isPayslip = ({ type }: Paper): boolean => type === 'STAFF_PAYSLIP'

const settlementOf = ({ idEng, idBceRecipient, dateLiq, amountLiq }: Payment): string | null =>
  idEng === null ? null : `${idEng}|${idBceRecipient ?? ''}|${dateLiq}|${amountLiq}`

/** Runs through each year by date. What another recipient got is left out; a row without number is the partner's. */
function sumPerYear(payments: readonly Payment[], partner: string): Map<string, number> {
  const years = new Map<number, number>()
  const sums = new Map<string, number>()
  const own = payments.filter(({ idBceRecipient }) => idBceRecipient === null || idBceRecipient === partner)
  for (const payment of own.sort((a, b) => (a.dateLiq < b.dateLiq ? -1 : a.dateLiq > b.dateLiq ? 1 : 0))) {
    const year = budgetYear(payment)
    const sum = (years.get(year) ?? 0) + payment.amountLiq
    years.set(year, sum)
    sums.set(payment.idLiq, sum)
  }
  return sums
}

/** Rows that share what makes them the same, each with the first of them. */
function findTwins<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  sameBy: (row: T) => string | null,
): Map<string, string> {
  const firsts = new Map<string, string>()
  const twins = new Map<string, string>()
  for (const row of rows) {
    const same = sameBy(row)
    if (same === null) continue
    const first = firsts.get(same)
    if (first === undefined) firsts.set(same, keyOf(row))
    else twins.set(keyOf(row), first)
  }
  return twins
}
