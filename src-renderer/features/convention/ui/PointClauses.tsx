import type React from 'react'
import { useTranslation } from 'react-i18next'
import { citeClauses } from '#domain/convention/cite-clauses.ts'
import { useConvention } from '#renderer/features/convention/queries/use-convention.ts'
import { ClauseList } from '#renderer/features/convention/ui/ClauseList.tsx'
import classes from '#renderer/features/convention/ui/convention.module.css'
import { textLanguage } from '#renderer/features/convention/ui/text-language.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly inspectionId: string
  readonly pointCode: string
}

/** The clauses of the convention that ground a control point, to be read and cited where the point is answered. */
export function PointClauses({ inspectionId, pointCode }: Props): React.JSX.Element | null {
  const { t } = useTranslation('convention')
  const screen = useLanguage()
  const convention = useConvention(inspectionId)
  if (convention === undefined) return null
  const clauses = convention === null ? [] : citeClauses(convention, pointCode)
  if (convention === null || clauses.length === 0)
    return <p className={classes['quiet']}>{t(convention === null ? 'absent.title' : 'noClause')}</p>
  return <ClauseList clauses={clauses} language={textLanguage(convention, screen)} />
}
