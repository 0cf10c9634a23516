import { UNION_RATES } from '#domain/convention/union-rates.ts'
import { multiplyExactly } from '#domain/money.ts'

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** The ready-made rates as a chapter of the page on formulas. */
export const UNION_RATES_CHAPTER = [
  '## Ready-made rates of the Union\n',
  'Dated parameters (`unionRateOn`): the most that a flat rate of a convention may be, and the hours of a full-time year. A convention',
  'has its own rates, from its own days, at most these; 54(c) wants a rate that was established by a method of art. 53(3)(a).\n',
  row(['', 'From', 'Value', 'Source', 'Status']),
  row(Array(5).fill('---')),
  ...UNION_RATES.map(({ kind, validFrom, value, source }) =>
    row([
      `\`${kind}\``,
      validFrom,
      kind === 'ANNUAL_HOURS' ? `${value} hours` : `${multiplyExactly([value, 100])} %`,
      source,
      'law, in force',
    ]),
  ),
  '',
  '**Not entered**: the unit costs of Delegated Regulation (EU) 2023/1676 of 7 July 2023 (OJ L 216, 1.9.2023, p. 11), by which the',
  'Commission reimburses Member States. Its title, date and grounds (art. 94(4) and 95(4) of Regulation (EU) 2021/1060) were read, its annex',
  'with amounts per Member State was not: no amount is assumed. Where a convention uses one, it stands there as a dated unit cost, with its',
  'clause. Delegated Regulation (EU) 2023/67, which is sometimes named for it, could not be found to be about these costs.\n',
].join('\n')
