import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Convention } from '#domain/convention/convention.ts'
import { FactTable } from '#renderer/features/convention/ui/FactTable.tsx'
import { formatFigure, formatShare } from '#renderer/features/convention/ui/figures.ts'
import { ValidFrom } from '#renderer/features/convention/ui/ValidFrom.tsx'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

type Limit = Convention['parameters'][number]

/** The limits agreed on: a row for each, a column for each day from which they hold. */
export function Limits({ convention }: { readonly convention: Convention }): React.JSX.Element {
  const { t } = useTranslation('convention')
  const rows = useLimitRows()
  const parameters = convention.parameters.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))
  return (
    <FactTable
      hideCaption
      caption={t('parameters.title')}
      columns={[
        { label: t('parameters.limit') },
        ...parameters.map(({ validFrom }) => ({
          key: validFrom,
          label: <ValidFrom of={parameters} validFrom={validFrom} convention={convention} />,
        })),
      ]}
      rows={rows.map(([label, print]) => [label, ...parameters.map((limit) => print(limit) ?? '–')])}
    />
  )
}

type LimitRow = readonly [label: string, print: (limit: Limit) => React.ReactNode]

function useLimitRows(): LimitRow[] {
  const { t } = useTranslation('convention')
  const screen = useLanguage()
  const days = (count: number) => t('parameters.days', { count })
  const share = (part: number) => formatShare(part * 100, screen)
  const age = ({ minAge, maxAge }: Limit) => {
    if (minAge !== null && maxAge !== null) return t('parameters.ageBetween', { minAge, maxAge })
    if (minAge !== null) return t('parameters.ageFrom', { minAge })
    return maxAge === null ? null : t('parameters.ageTo', { maxAge })
  }
  return [
    [t('parameters.group'), ({ groupMin, groupMax }) => t('parameters.groupRange', { groupMin, groupMax })],
    [
      t('parameters.hours'),
      ({ hoursTolerance: count }) =>
        t('parameters.hoursValue', { count, hours: formatFigure(count, screen) }),
    ],
    [t('parameters.signature'), ({ signatureToleranceDays }) => days(signatureToleranceDays)],
    [t('parameters.exitProof'), ({ exitProofWindowDays }) => days(exitProofWindowDays)],
    [t('parameters.age'), age],
    [t('parameters.qualification'), ({ requiredQualification }) => requiredQualification],
    [t('parameters.attendance'), ({ minAttendance }) => share(minAttendance)],
    [t('parameters.absence'), ({ absenceToleranceDays }) => days(absenceToleranceDays)],
    [t('parameters.materiality'), ({ materiality }) => share(materiality)],
    [
      t('parameters.performance'),
      ({ performanceThreshold }) => (performanceThreshold === null ? null : share(performanceThreshold)),
    ],
    [t('parameters.extrapolation'), ({ extrapolation }) => t(extrapolation ? 'yes' : 'no')],
  ]
}
