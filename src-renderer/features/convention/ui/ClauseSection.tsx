import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Convention, ConventionSection } from '#domain/convention/convention.ts'
import classes from '#renderer/features/convention/ui/convention.module.css'
import { FinancingTables } from '#renderer/features/convention/ui/FinancingTables.tsx'
import { IndicatorTable } from '#renderer/features/convention/ui/IndicatorTable.tsx'
import { Part } from '#renderer/features/convention/ui/Part.tsx'

interface Props {
  readonly number: number
  readonly section: ConventionSection
  readonly convention: Convention
  readonly language: 'fr' | 'nl'
}

/** One of the 13 sections: its numbered clauses, and the figures agreed under it. */
export function ClauseSection({ number, section, convention, language }: Props): React.JSX.Element {
  const { t } = useTranslation('convention')
  return (
    <Part place={section.code} number={number} title={section.title[language]} lang={language}>
      {section.clauses.length === 0 && <p className={classes['quiet']}>{t('noClause')}</p>}
      <dl className={classes['clauses']}>
        {section.clauses.map((clause) => (
          <div key={clause.number}>
            <dt>{clause.number}</dt>
            <dd lang={language}>{clause.text[language]}</dd>
          </div>
        ))}
      </dl>
      {section.code === 'FIN' && <FinancingTables convention={convention} language={language} />}
      {section.code === 'IND' && <IndicatorTable indicators={convention.indicators} language={language} />}
    </Part>
  )
}
