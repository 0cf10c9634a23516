import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Convention, ConventionSection } from '#domain/convention/convention.ts'
import classes from '#renderer/features/convention/ui/convention.module.css'
import { ClauseList } from '#renderer/features/convention/ui/ClauseList.tsx'
import { Deadlines } from '#renderer/features/convention/ui/Deadlines.tsx'
import { FinancingTables } from '#renderer/features/convention/ui/FinancingTables.tsx'
import { Governance } from '#renderer/features/convention/ui/Governance.tsx'
import { IndicatorTable } from '#renderer/features/convention/ui/IndicatorTable.tsx'
import { Part } from '#renderer/features/convention/ui/Part.tsx'
import { PreviousInspections } from '#renderer/features/convention/ui/PreviousInspections.tsx'
import { StaffAccess } from '#renderer/features/convention/ui/StaffAccess.tsx'

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
      {section.clauses.length > 0 && <ClauseList clauses={section.clauses} language={language} />}
      <AgreedUnder code={section.code} convention={convention} language={language} />
    </Part>
  )
}

/** What was agreed under a section beside its clauses. */
function AgreedUnder({
  code,
  convention,
  language,
}: Omit<Props, 'number' | 'section'> & { readonly code: string }) {
  switch (code) {
    case 'GOV':
      return <Governance convention={convention} language={language} />
    case 'EXC':
      return <StaffAccess staff={convention.staff} />
    case 'FIN':
      return <FinancingTables convention={convention} language={language} />
    case 'ADM':
      return <Deadlines deadlines={convention.deadlines} language={language} />
    case 'IND':
      return <IndicatorTable indicators={convention.indicators} language={language} />
    case 'INS':
      return <PreviousInspections inspections={convention.previousInspections} language={language} />
    default:
      return null
  }
}
