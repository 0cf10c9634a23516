import { Select } from '@mantine/core'
import {
  IconAlertCircle,
  IconAlertTriangle,
  IconExclamationCircle,
  IconFlag,
  IconInfoCircle,
  IconThumbUp,
} from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNature, type Finding, type FindingSeverity } from '#domain/finding/finding.ts'
import type { FindingField } from '#domain/inspection/gap.ts'
import { textAt } from '#renderer/db/drafts.ts'
import { saveFinding } from '#renderer/features/findings/commands/save-finding.ts'
import classes from '#renderer/features/findings/ui/Findings.module.css'
import { AmountField } from '#renderer/ui/AmountField.tsx'
import { Choices, type Choice } from '#renderer/ui/Choices.tsx'
import { controlGrid } from '#renderer/ui/control-grid.ts'
import { pick } from '#renderer/ui/pick.ts'
import { placeId } from '#renderer/ui/places.ts'
import { trackSave } from '#renderer/ui/save-status.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly finding: Finding
  readonly readOnly: boolean
}

/** The ids of the fields of a finding, for those who lead there. */
const fieldIn =
  ({ id }: Finding) =>
  (field: FindingField): string =>
    placeId({ kind: 'finding', findingId: id, field })

/** What kind of finding it is and how much it weighs; a positive one shows only what it holds. */
export function FindingMeasure({ finding, readOnly }: Props): React.JSX.Element {
  const { t } = useTranslation(['finding', 'common'])
  const at = fieldIn(finding)
  const weighs = !finding.positive || finding.severity !== 'OBSERVATION'
  const costs = !finding.positive || finding.amount !== null || finding.nature !== 'NOT_APPLICABLE'
  return (
    <>
      <KindChoices finding={finding} readOnly={readOnly} />
      <PointSelect finding={finding} readOnly={readOnly} />
      {weighs && <SeverityChoices finding={finding} readOnly={readOnly} />}
      {costs && (
        <div className={classes['pair']}>
          <Select
            id={at('nature')}
            label={t('field.nature')}
            data={ErrorNature.enum.map((nature) => ({ value: nature, label: t(`common:nature.${nature}`) }))}
            allowDeselect={false}
            readOnly={readOnly}
            value={finding.nature}
            onChange={(nature) => nature && void trackSave(saveFinding(finding, { nature }))}
          />
          <AmountField
            id={at('amount')}
            place={textAt(finding.inspectionId, `finding/${finding.id}/amount`)}
            label={t('field.amount')}
            amount={finding.amount}
            readOnly={readOnly}
            onSave={(amount) => saveFinding(finding, { amount })}
          />
        </div>
      )}
    </>
  )
}

function KindChoices({ finding, readOnly }: Props): React.JSX.Element {
  const { t } = useTranslation('finding')
  return (
    <Choices
      label={t('field.kind')}
      choices={[
        { value: 'negative', label: t('kind.negative'), icon: IconFlag },
        { value: 'positive', label: t('kind.positive'), icon: IconThumbUp, tone: 'green' },
      ]}
      value={finding.positive ? 'positive' : 'negative'}
      readOnly={readOnly}
      onChange={(kind) => trackSave(saveFinding(finding, { positive: kind === 'positive' }))}
    />
  )
}

function SeverityChoices({ finding, readOnly }: Props): React.JSX.Element {
  const { t } = useTranslation(['finding', 'common'])
  const choice = (value: FindingSeverity, icon: typeof IconFlag, tone: string): Choice<FindingSeverity> => ({
    value,
    icon,
    tone,
    label: t(`common:severity.${value}`),
  })
  return (
    <Choices
      id={fieldIn(finding)('severity')}
      label={t('field.severity')}
      choices={[
        choice('OBSERVATION', IconInfoCircle, 'neutral'),
        choice('LOW', IconFlag, 'blue'),
        choice('MEDIUM', IconAlertCircle, 'amber'),
        choice('HIGH', IconAlertTriangle, 'orange'),
        choice('CRITICAL', IconExclamationCircle, 'red'),
      ]}
      value={finding.severity}
      readOnly={readOnly}
      onChange={(severity) => trackSave(saveFinding(finding, { severity }))}
    />
  )
}

function PointSelect({ finding, readOnly }: Props): React.JSX.Element {
  const { t } = useTranslation('finding')
  const language = useLanguage()
  const data = controlGrid.sections.map((section) => ({
    group: pick(section.label, language),
    items: controlGrid.points
      .filter((point) => point.section === section.code)
      .map((point) => ({ value: point.code, label: `${point.code} ${pick(point.label, language)}` })),
  }))
  return (
    <Select
      id={fieldIn(finding)('pointCode')}
      label={t('field.point')}
      placeholder={t('choose-point')}
      nothingFoundMessage={t('no-point')}
      data={data}
      searchable
      clearable={!readOnly}
      clearButtonProps={{ 'aria-label': t('clear-point') }}
      readOnly={readOnly}
      value={finding.pointCode}
      onChange={(pointCode) => void trackSave(saveFinding(finding, { pointCode }))}
    />
  )
}
