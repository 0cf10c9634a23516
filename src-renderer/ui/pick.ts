import type { Language } from '#renderer/ui/i18n.ts'

interface Label {
  readonly fr: string
  readonly nl: string
  readonly en?: string
}

/** The text in a language; conventions have no English, so French is shown then. */
export const pick = (label: Label, language: Language): string => label[language] ?? label.fr
