import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Convention } from '#domain/convention/convention.ts'
import classes from '#renderer/features/convention/ui/convention.module.css'
import { Facts } from '#renderer/features/convention/ui/Facts.tsx'
import { formatEnterpriseNo, formatIban } from '#renderer/features/convention/ui/figures.ts'
import { Limits } from '#renderer/features/convention/ui/Limits.tsx'
import { Part } from '#renderer/features/convention/ui/Part.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly convention: Convention
  readonly language: 'fr' | 'nl'
}

/** The convention in short: who, what, for how long, on which legal bases, with which limits. */
export function ConventionSummary({ convention, language }: Props): React.JSX.Element {
  const { t } = useTranslation('convention')
  return (
    <Part place="summary" title={t('summary.title')}>
      <WhoAndWhat convention={convention} language={language} />
      <h3 className={classes['subheading']}>{t('parameters.title')}</h3>
      <Limits convention={convention} />
      <h3 className={classes['subheading']}>{t('summary.legalBases')}</h3>
      <ul className={classes['bases']} lang={language}>
        {convention.legalBases.map((basis) => (
          <li key={basis.fr}>{basis[language]}</li>
        ))}
      </ul>
    </Part>
  )
}

function WhoAndWhat({ convention, language }: Props) {
  const { t } = useTranslation('convention')
  const screen = useLanguage()
  const { partner, controlPeriod } = convention
  const period = (start: string, end: string) =>
    t('summary.period', { start: formatDate(start, screen), end: formatDate(end, screen) })
  return (
    <Facts
      facts={[
        [
          t('summary.agreementNo'),
          <span key="no" className="code">
            {convention.agreementNo}
          </span>,
        ],
        [t('summary.partner'), `${partner.name[language]} (${partner.legalForm})`],
        [t('summary.address'), partner.address],
        [
          t('summary.enterpriseNo'),
          <span key="e" className="tabular">
            {formatEnterpriseNo(partner.enterpriseNo)}
          </span>,
        ],
        [
          t('summary.iban'),
          <span key="iban" className="tabular">
            {formatIban(partner.iban)}
          </span>,
        ],
        [t('summary.measure'), `${convention.measureLabel[language]} (${convention.measureCode})`],
        [t('summary.pillar'), t(`pillars.${convention.pillar}`)],
        [t('summary.ownerUnit'), convention.ownerUnit[language]],
        [t('summary.project'), convention.project],
        [t('summary.projectPhase'), t(`projectPhases.${convention.projectPhase}`)],
        [t('summary.partnershipType'), t(`partnershipTypes.${convention.partnershipType}`)],
        [t('summary.duration'), period(convention.startDate, convention.endDate)],
        [t('summary.controlPeriod'), period(controlPeriod.start, controlPeriod.end)],
        [t('summary.language'), t(`languages.${convention.language}`)],
      ]}
    />
  )
}
