import { numberFormat } from '#domain/i18n/number-format.ts'
import type { Language } from '#renderer/ui/i18n.ts'

/** Belgian forms in every language: `en-BE` gives 24 h and dd/mm/yyyy too. */
const locale = (language: Language): string => `${language}-BE`

/** `2025-11-18` or an instant → `18/11/2025`. */
export function formatDate(value: string | number, language: Language): string {
  const day =
    typeof value === 'string' && value.length === 10 ? new Date(`${value}T12:00:00`) : new Date(value)
  if (Number.isNaN(day.getTime())) return ''
  return new Intl.DateTimeFormat(locale(language), {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(day)
}

/** An instant → `14:32:08`. */
export const formatTime = (value: string | number, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), { timeStyle: 'medium' }).format(new Date(value))

/** An instant → `14:32`. */
export const formatClock = (value: string | number, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), { hour: '2-digit', minute: '2-digit' }).format(new Date(value))

/** An instant → `18/11/2025 14:32`. */
export const formatMoment = (value: string | number, language: Language): string =>
  `${formatDate(value, language)} ${formatClock(value, language)}`

/** Bytes in decimal units: `2,6 Mo`, `2,6 MB`. */
export function formatBytes(bytes: number, language: Language): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1)
  return numberFormat(language, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: step < 2 ? 0 : 1,
  }).format(bytes / 1000 ** step)
}

/** A whole number with the language's thousands separator. */
export const formatCount = (count: number, language: Language): string => numberFormat(language).format(count)
