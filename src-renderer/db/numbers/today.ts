import type { IsoDay } from '#domain/dates.ts'

/** The day of this computer's clock, `yyyy-mm-dd`. */
export const today = (): IsoDay => new Date().toLocaleDateString('sv-SE')
