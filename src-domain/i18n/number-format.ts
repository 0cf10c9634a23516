/**
 * How a language writes numbers in Belgium; the only place that asks for it. Nothing is never minus nothing: `-0`, and
 * what rounds to it, has no sign (`-0,00 €` would read as a claim).
 */
export const numberFormat = (language: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat =>
  new Intl.NumberFormat(`${language}-BE`, { signDisplay: 'negative', ...options })

/** `-1.2` → `-1.20`: plain figures for files, with a point and without groups. */
export const fixedFigure = (value: number, digits = 2): string =>
  value.toFixed(digits).replace(/^-(?=[0.]+$)/, '')
