import { useTranslation } from 'react-i18next'
import { isLanguage, type Language } from '#renderer/ui/i18n.ts'

/** The language of the screens now; the component is drawn again when it changes. */
export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return isLanguage(i18n.language) ? i18n.language : 'fr'
}
