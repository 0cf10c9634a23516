import { useTranslation } from 'react-i18next'
import type { Convention } from '#domain/convention/convention.ts'
import type { Finding } from '#domain/finding/finding.ts'
import { findingLabel } from '#domain/finding/numbering.ts'
import { numberFormat } from '#domain/i18n/number-format.ts'
import { formatEuros } from '#domain/money.ts'
import { causeWords } from '#domain/settlement/claim-cause.ts'
import { PARAMETER_UNITS, parameterName, type UsedParameter } from '#domain/settlement/used-parameters.ts'
import { formatDate } from '#renderer/ui/format.ts'
import { pick } from '#renderer/ui/pick.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

/** How a settlement says its amounts, lines, causes, findings and parameters. */
export function useWords({ convention, findings }: { convention: Convention; findings: readonly Finding[] }) {
  const { t } = useTranslation('settlement')
  const language = useLanguage()
  const { unitCosts, lumpSums } = convention.financing
  const labels = new Map([...unitCosts, ...lumpSums].map(({ code, label }) => [code, pick(label, language)]))
  const figures = numberFormat(language, { maximumFractionDigits: 4 })
  const percents = numberFormat(language, { style: 'percent', maximumFractionDigits: 2 })
  const euros = (cents: number): string => formatEuros(cents, language)
  const valueOf = ({ code, value }: UsedParameter): string => {
    const unit = PARAMETER_UNITS[parameterName(code).name]
    if (unit === 'EUROS') return euros(Math.round(Number(value) * 100))
    if (unit === 'RATE') return percents.format(Number(value))
    if (unit === 'FLAG') return t(value === 'true' ? 'unit.yes' : 'unit.no')
    return t(`unit.${unit}`, { value: figures.format(Number(value)) })
  }
  return {
    euros,
    /** What is taken away, with its sign. */
    less: (cents: number) => euros(-cents),
    day: (iso: string) => formatDate(iso, language),
    figure: (value: number) => figures.format(value),
    percent: (rate: number) => percents.format(rate),
    line: (code: string | null) =>
      code === null
        ? t('adjustments.whole')
        : (labels.get(code) ?? t([`line.${code}`, 'line.unknown'], { code })),
    cause: (cause: string) => {
      const words = causeWords(cause)
      return 'text' in words ? words.text : t(words.key, words.values)
    },
    finding: (id: string) => {
      const found = findings.find((one) => one.id === id)
      return found ? findingLabel(found.number) : '–'
    },
    parameter: (used: UsedParameter) => {
      const { name, of } = parameterName(used.code)
      const what = labels.get(of) ?? (of === '' ? '' : t([`line.${of}`, 'line.unknown'], { code: of }))
      return { name: t(`parameter.${name}`, { of: what }), value: valueOf(used) }
    },
  }
}
export type SettlementWords = ReturnType<typeof useWords>
