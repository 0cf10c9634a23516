import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Convention } from '#domain/convention/convention.ts'
import classes from '#renderer/features/convention/ui/convention.module.css'

interface Props {
  readonly convention: Convention
  readonly language: 'fr' | 'nl'
  readonly place: string
  readonly onSelect: (place: string) => void
}

/** The parts of the convention as a list of links; the one in view is marked. */
export function SectionIndex({ convention, language, place, onSelect }: Props): React.JSX.Element {
  const { t } = useTranslation('convention')
  const entry = (part: string, number: string, label: string, lang?: string) => (
    <li key={part}>
      <button
        type="button"
        lang={lang}
        className={classes['entry']}
        aria-current={part === place ? 'location' : undefined}
        onClick={() => onSelect(part)}
      >
        <span className={classes['entryNumber']}>{number}</span>
        <span>{label}</span>
      </button>
    </li>
  )
  return (
    <nav className={classes['index']} aria-label={t('index')}>
      <ol>
        {entry('summary', '', t('summary.title'))}
        {convention.sections.map(({ code, title }, at) =>
          entry(code, String(at + 1), title[language], language),
        )}
        {entry('texts', '', t('texts.title'))}
        {entry('amendments', '', `${t('amendments.title')} (${convention.amendments.length})`)}
        {entry('sites', '', `${t('sites.title')} (${convention.sites.length})`)}
        {entry('contacts', '', `${t('contacts.title')} (${convention.partner.contacts.length})`)}
      </ol>
    </nav>
  )
}
