import type { BilingualText } from '#domain/convention/convention.ts'
import type { ReportLanguage } from '#domain/convention/convention.ts'
import { translate, type Catalog } from '#domain/i18n/translate.ts'
import type { Details } from '#domain/result.ts'

/** The report's language at work: fixed words, bilingual texts, days. */
export interface Words {
  text(key: string, values?: Details): string
  pick(label: BilingualText): string
  /** `2026-11-23` or an ISO time → `23/11/2026`; anything else unchanged, nothing → empty. */
  day(iso: string | null): string
}

/** Words in one language, never mixed with the other (`domain.md` §F). */
export function printWords(print: Catalog, language: ReportLanguage): Words {
  return {
    text: (key, values) => translate(print, key, values),
    pick: (label) => label[language],
    day: printDay,
  }
}

function printDay(iso: string | null): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? '')
  return parts ? `${parts[3]}/${parts[2]}/${parts[1]}` : (iso ?? '')
}
