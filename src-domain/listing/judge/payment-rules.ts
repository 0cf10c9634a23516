import { ceilingOn } from '#domain/convention/parameters.ts'
import type { Fields } from '#domain/listing/columns.ts'
import { budgetYear } from '#domain/listing/judge/paper-crossings.ts'
import { printDay, printEuros, when, type Check } from '#domain/listing/judge/rule.ts'

type Payment = Fields<'payments'>
type PaymentCheck = Check<'payments'>

/** The currency of the convention: subsidies are agreed and paid in euros. */
const isEuro = (currency: string | null): boolean => currency === null || /^(?:EUR|€)$/i.test(currency)

const foreignCurrency = ({ devcod, currencyEng }: Payment): string | null =>
  [devcod, currencyEng].find((currency) => !isEuro(currency)) ?? null

const periodChecks: readonly PaymentCheck[] = [
  {
    code: 'pay-before-convention',
    point: 'DUR-2',
    severity: 'F',
    columns: ['dateLiq'],
    breach: ({ dateLiq: date }, { convention: { startDate: start } }) =>
      when(date < start, () => ({ date: printDay(date), start: printDay(start) })),
  },
  {
    code: 'pay-after-convention',
    point: 'DUR-2',
    severity: 'W',
    columns: ['dateLiq'],
    breach: ({ dateLiq: date }, { convention: { endDate: end } }) =>
      when(date > end, () => ({ date: printDay(date), end: printDay(end) })),
  },
]

const amountChecks: readonly PaymentCheck[] = [
  {
    code: 'pay-over-ceiling',
    point: 'FIN-3',
    severity: 'F',
    columns: ['amountLiq', 'budexe', 'dateLiq'],
    breach: (row, { convention, paidInYear }) => {
      const year = budgetYear(row)
      const paid = paidInYear.get(row.idLiq) ?? 0
      const ceiling = ceilingOn(convention, `${year}-12-31`)
      const over = row.amountLiq > 0 && paid > ceiling
      return when(over, () => ({ year, paid: printEuros(paid), ceiling: printEuros(ceiling) }))
    },
  },
  {
    code: 'pay-refund',
    point: 'FIN-1',
    severity: 'W',
    columns: ['amountLiq'],
    breach: ({ amountLiq: amount }) => when(amount < 0, () => ({ amount: printEuros(-amount) })),
  },
  {
    code: 'pay-duplicate',
    point: 'FIN-6',
    severity: 'F',
    columns: ['idEng', 'idBceRecipient', 'dateLiq', 'amountLiq'],
    breach: ({ idLiq }, { samePayment }) => {
      const other = samePayment.get(idLiq)
      return other === undefined ? null : { other }
    },
  },
  {
    code: 'pay-currency',
    point: 'FIN-1',
    severity: 'W',
    columns: ['devcod', 'currencyEng'],
    breach: (row) => {
      const currency = foreignCurrency(row)
      return currency === null ? null : { currency }
    },
  },
]

/**
 * What is suspicious in a payment. `docs/domain/columns.md`: one row is one settlement, negative amounts are refunds; §A.4: no
 * cost outside the agreement; §C.1: the annual ceiling and the partner's enterprise number. The balance is paid after
 * the annual report, so a payment after the end only warns; severities are not given there.
 */
export const paymentChecks: readonly PaymentCheck[] = [
  ...periodChecks,
  ...amountChecks,
  {
    code: 'pay-other-recipient',
    point: 'FIN-6',
    severity: 'W',
    columns: ['idBceRecipient'],
    breach: ({ idBceRecipient: found }, { convention: { partner } }) =>
      found === null
        ? null
        : when(found !== partner.enterpriseNo, () => ({ found, expected: partner.enterpriseNo })),
  },
]
