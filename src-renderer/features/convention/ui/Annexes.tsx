import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Convention } from '#domain/convention/convention.ts'
import classes from '#renderer/features/convention/ui/convention.module.css'
import { FactTable } from '#renderer/features/convention/ui/FactTable.tsx'
import { Part } from '#renderer/features/convention/ui/Part.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface InLanguage {
  readonly language: 'fr' | 'nl'
}

/** What was agreed after the convention, oldest first. */
export function Amendments({
  amendments,
  language,
}: InLanguage & { readonly amendments: Convention['amendments'] }): React.JSX.Element {
  const { t } = useTranslation('convention')
  const screen = useLanguage()
  return (
    <Part place="amendments" title={t('amendments.title')}>
      {amendments.length === 0 && <p className={classes['quiet']}>{t('amendments.none')}</p>}
      {amendments.map(({ no, date, title, changes, gdpr, clauses }) => (
        <article key={no} className={classes['amendment']}>
          <h3>
            {t('amendments.heading', { no, date: formatDate(date, screen) })}
            {gdpr && <span className={classes['tag']}>{t('amendments.gdpr')}</span>}
          </h3>
          <p lang={language}>
            <strong>{title[language]}</strong>
          </p>
          <p lang={language}>{changes[language]}</p>
          {clauses.length > 0 && (
            <p className={classes['quiet']}>{t('amendments.clauses', { clauses: clauses.join(', ') })}</p>
          )}
        </article>
      ))}
    </Part>
  )
}

/** Where the activities take place. */
export function Sites({
  sites,
  language,
}: InLanguage & { readonly sites: Convention['sites'] }): React.JSX.Element {
  const { t } = useTranslation('convention')
  return (
    <Part place="sites" title={t('sites.title')}>
      {sites.length === 0 && <p className={classes['quiet']}>{t('sites.none')}</p>}
      {sites.length > 0 && (
        <FactTable
          hideCaption
          caption={t('sites.caption')}
          columns={['code', 'name', 'street', 'commune'].map((name) => ({ label: t(`sites.${name}`) }))}
          rows={sites.map(({ code, name, street, postcode, commune }) => [
            <span key="code" className="code">
              {code}
            </span>,
            name,
            street,
            `${postcode} ${commune[language]}`,
          ])}
        />
      )}
    </Part>
  )
}

/** Whom to call at the partner's. */
export function Contacts({
  contacts,
}: {
  readonly contacts: Convention['partner']['contacts']
}): React.JSX.Element {
  const { t } = useTranslation('convention')
  return (
    <Part place="contacts" title={t('contacts.title')}>
      {contacts.length === 0 && <p className={classes['quiet']}>{t('contacts.none')}</p>}
      {contacts.length > 0 && (
        <FactTable
          hideCaption
          caption={t('contacts.caption')}
          columns={['name', 'role', 'email', 'phone'].map((name) => ({ label: t(`contacts.${name}`) }))}
          rows={contacts.map(({ name, role, email, phone }) => [name, role, email, phone])}
        />
      )}
    </Part>
  )
}
