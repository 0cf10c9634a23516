import { numberFormat } from '#domain/i18n/number-format.ts'
import type { Language } from '#renderer/ui/i18n.ts'

/** A number with at most two decimals, Belgian form: `1.250,5`. */
export const formatFigure = (figure: number, language: Language): string =>
  numberFormat(language, { maximumFractionDigits: 2 }).format(figure)

/** A percentage with at most two decimals: `40 %`. */
export const formatShare = (percentage: number, language: Language): string =>
  numberFormat(language, { style: 'percent', maximumFractionDigits: 2 }).format(percentage / 100)

/** `0123456789` → `0123.456.789`. */
export const formatEnterpriseNo = (digits: string): string =>
  digits.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1.$2.$3')

/** `BE68539007547034` → `BE68 5390 0754 7034`. */
export const formatIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1 ')
