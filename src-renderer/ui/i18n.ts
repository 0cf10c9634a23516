import i18next, { type Resource } from 'i18next'
import { initReactI18next } from 'react-i18next'

/** Languages of the screens; reports and conventions know French and Dutch only. */
export const LANGUAGES = ['fr', 'nl', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

const STORED_LANGUAGE = 'constat.language'
const files = import.meta.glob<Record<string, unknown>>('/../resources/locales/*/*.json', {
  eager: true,
  import: 'default',
})

/** `…/locales/fr/finding.json` → language `fr`, namespace `finding`: one file per area, no second list. */
function readResources(): Resource {
  const resources: Resource = {}
  for (const [path, texts] of Object.entries(files)) {
    const [, language = '', area = ''] = /([a-z]{2})\/([a-z-]+)\.json$/.exec(path) ?? []
    resources[language] = { ...resources[language], [area]: texts }
  }
  return resources
}

/** Whether a text names one of the screens' languages. */
export const isLanguage = (value: unknown): value is Language =>
  LANGUAGES.some((language) => language === value)

function storedLanguage(): Language {
  const stored = globalThis.localStorage.getItem(STORED_LANGUAGE)
  return isLanguage(stored) ? stored : 'fr'
}

/** Loads every catalog of the bundle and speaks the language chosen last; French at first. */
export async function startI18n(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language
    globalThis.localStorage.setItem(STORED_LANGUAGE, language)
  })
  await i18next.use(initReactI18next).init({
    resources: readResources(),
    lng: storedLanguage(),
    fallbackLng: 'fr',
    defaultNS: 'common',
    interpolation: { escapeValue: false },
  })
}

/** Speaks another language from now on, and at the next start. */
export const changeLanguage = async (language: Language): Promise<void> => {
  await i18next.changeLanguage(language)
}
