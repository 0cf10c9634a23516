import type { Convention } from '#domain/convention/convention.ts'
import type { Language } from '#renderer/ui/i18n.ts'

/** The language a convention is read in: the screen's; it exists in the two languages of the Region only. */
export const textLanguage = (convention: Pick<Convention, 'language'>, screen: Language): 'fr' | 'nl' =>
  screen === 'en' ? convention.language : screen
