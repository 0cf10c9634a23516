import type { Language } from '#renderer/ui/i18n.ts'

/** `0.004` → `0,4 %`. */
export const formatShare = (share: number, language: Language): string =>
  new Intl.NumberFormat(`${language}-BE`, { style: 'percent', maximumFractionDigits: 3 }).format(share)

/** A number with up to four decimals. */
export const formatNumber = (value: number, language: Language): string =>
  new Intl.NumberFormat(`${language}-BE`, { maximumFractionDigits: 4 }).format(value)
