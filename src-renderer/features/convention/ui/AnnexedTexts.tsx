import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Convention } from '#domain/convention/convention.ts'
import classes from '#renderer/features/convention/ui/convention.module.css'
import { FactTable } from '#renderer/features/convention/ui/FactTable.tsx'
import { Facts } from '#renderer/features/convention/ui/Facts.tsx'
import { Part } from '#renderer/features/convention/ui/Part.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly convention: Pick<Convention, 'call' | 'specifications' | 'specificAgreements'>
  readonly language: 'fr' | 'nl'
}

/** The texts around the convention: the call, what is annexed, the specific agreements under it. */
export function AnnexedTexts({ convention, language }: Props): React.JSX.Element {
  const { t } = useTranslation('convention')
  const { call, specifications, specificAgreements } = convention
  const none = call === null && specifications.length === 0 && specificAgreements.length === 0
  return (
    <Part place="texts" title={t('texts.title')}>
      {none && <p className={classes['quiet']}>{t('texts.none')}</p>}
      {call && <Call call={call} language={language} />}
      <Specifications specifications={specifications} language={language} />
      <SpecificAgreements agreements={specificAgreements} language={language} />
    </Part>
  )
}

function Call({
  call,
  language,
}: {
  readonly call: NonNullable<Convention['call']>
  readonly language: 'fr' | 'nl'
}) {
  const { t } = useTranslation('convention')
  const screen = useLanguage()
  return (
    <Facts
      facts={[
        [t('texts.call'), `${call.title[language]} (${call.reference})`],
        [t('texts.published'), formatDate(call.publishedOn, screen)],
        [t('texts.closed'), formatDate(call.closedOn, screen)],
        [t('texts.decided'), call.decidedOn === null ? null : formatDate(call.decidedOn, screen)],
      ]}
    />
  )
}

function Specifications({
  specifications,
  language,
}: Pick<Convention, 'specifications'> & { readonly language: 'fr' | 'nl' }) {
  const { t } = useTranslation('convention')
  const screen = useLanguage()
  if (specifications.length === 0) return null
  return (
    <FactTable
      caption={t('texts.specifications')}
      columns={['text', 'kind', 'version', 'date'].map((name) => ({ label: t(`texts.${name}`) }))}
      rows={specifications.map(({ reference, kind, title, version, date }) => [
        <span key="title" lang={language}>
          {title[language]} <span className="code">{reference}</span>
        </span>,
        t(`texts.kinds.${kind}`),
        version,
        formatDate(date, screen),
      ])}
    />
  )
}

interface AgreementProps {
  readonly agreements: Convention['specificAgreements']
  readonly language: 'fr' | 'nl'
}

function SpecificAgreements({ agreements, language }: AgreementProps) {
  const { t } = useTranslation('convention')
  const screen = useLanguage()
  if (agreements.length === 0) return null
  return (
    <FactTable
      caption={t('texts.agreements')}
      columns={['text', 'subject', 'date'].map((name) => ({ label: t(`texts.${name}`) }))}
      rows={agreements.map(({ reference, title, subject, date }) => [
        <span key="title" lang={language}>
          {title[language]} <span className="code">{reference}</span>
        </span>,
        <span key="subject" lang={language}>
          {subject[language]}
        </span>,
        formatDate(date, screen),
      ])}
    />
  )
}
