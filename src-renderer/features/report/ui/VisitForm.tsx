import {
  IconBell,
  IconBellOff,
  IconCircleCheck,
  IconCircleHalf2,
  IconCircleX,
  IconTool,
} from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitField } from '#domain/inspection/completeness.ts'
import type { Inspection } from '#domain/inspection/inspection.ts'
import type { Result } from '#domain/result.ts'
import { textAt } from '#renderer/db/drafts.ts'
import { saveVisit, type VisitFields } from '#renderer/features/report/commands/save-visit.ts'
import classes from '#renderer/features/report/ui/Report.module.css'
import { VisitEndFields } from '#renderer/features/report/ui/VisitEndFields.tsx'
import { AutosaveCheckbox } from '#renderer/ui/AutosaveCheckbox.tsx'
import { AutosaveText, AutosaveTextarea } from '#renderer/ui/AutosaveText.tsx'
import { Choices, type Choice } from '#renderer/ui/Choices.tsx'
import { placeId } from '#renderer/ui/places.ts'
import { trackSave } from '#renderer/ui/save-status.ts'
import { DAY_RANGES } from '#domain/day-ranges.ts'
import { today } from '#renderer/db/numbers/today.ts'
import { DateField } from '#renderer/ui/DateField.tsx'

interface Props {
  readonly inspection: Inspection
  readonly readOnly: boolean
}
type Assessment = NonNullable<Inspection['overallAssessment']>

const fieldId = (field: VisitField): string => placeId({ kind: 'visit', field })

/** Details of the visit and what the inspector concludes; each field saves itself. */
export function VisitForm({ inspection, readOnly }: Props): React.JSX.Element {
  const { t } = useTranslation('report')
  const save = (fields: VisitFields): Promise<Result<null>> => trackSave(saveVisit(inspection.id, fields))
  return (
    <>
      <div className={classes['pair']}>
        <DateField
          id={fieldId('visitDate')}
          place={textAt(inspection.id, 'visit/visitDate')}
          label={t('field.visitDate')}
          range={DAY_RANGES.visit(today())}
          readOnly={readOnly}
          day={inspection.visitDate}
          onSave={(visitDate) => saveVisit(inspection.id, { visitDate })}
        />
        <AutosaveText
          id={fieldId('visitPlace')}
          place={textAt(inspection.id, 'visit/visitPlace')}
          label={t('field.visitPlace')}
          maxLength={200}
          readOnly={readOnly}
          value={inspection.visitPlace}
          onSave={(visitPlace) => saveVisit(inspection.id, { visitPlace })}
        />
      </div>
      <Announced inspection={inspection} readOnly={readOnly} />
      <VisitEndFields inspection={inspection} readOnly={readOnly} />
      <LongText field="personsMet" max={2000} inspection={inspection} readOnly={readOnly} />
      <LongText field="limits" max={4000} inspection={inspection} readOnly={readOnly} />
      <AutosaveCheckbox
        id={fieldId('independenceDeclared')}
        label={t('field.independenceDeclared')}
        description={t('hint.independenceDeclared')}
        value={inspection.independenceDeclared}
        disabled={readOnly}
        onSave={(independenceDeclared) => saveVisit(inspection.id, { independenceDeclared })}
      />
      <ExaminedRows inspection={inspection} readOnly={readOnly} />
      <h3>{t('conclusions')}</h3>
      <LongText field="summary" max={10000} inspection={inspection} readOnly={readOnly} />
      <div id={fieldId('overallAssessment')}>
        <AssessmentChoices
          value={inspection.overallAssessment}
          readOnly={readOnly}
          onChange={(overallAssessment) => save({ overallAssessment })}
        />
      </div>
      <LongText field="conclusion" max={10000} inspection={inspection} readOnly={readOnly} />
    </>
  )
}

/** Whether the partner knew of the visit; nothing is said of it until the inspector has. */
function Announced({ inspection: { id, announced }, readOnly }: Props): React.JSX.Element {
  const { t } = useTranslation('report')
  return (
    <Choices
      id={fieldId('announced')}
      label={t('field.announced')}
      choices={[
        { value: 'yes', label: t('announced.yes'), icon: IconBell },
        { value: 'no', label: t('announced.no'), icon: IconBellOff },
      ]}
      value={announced === null ? null : announced ? 'yes' : 'no'}
      readOnly={readOnly}
      onChange={(answer) => trackSave(saveVisit(id, { announced: answer === 'yes' }))}
    />
  )
}

const EXAMINED = ['rejectedRowsExamined', 'suspiciousRowsExamined'] as const

/** Rows of the listings that the report says were examined, once the inspector declares it. */
function ExaminedRows({ inspection, readOnly }: Props): React.JSX.Element[] {
  const { t } = useTranslation('report')
  return EXAMINED.map((field) => (
    <AutosaveCheckbox
      key={field}
      label={t(`field.${field}`)}
      description={t(`hint.${field}`)}
      value={inspection[field] ?? false}
      disabled={readOnly}
      onSave={(examined) => saveVisit(inspection.id, { [field]: examined })}
    />
  ))
}

interface LongTextProps extends Props {
  readonly field: 'personsMet' | 'limits' | 'summary' | 'conclusion'
  readonly max: number
}

function LongText({ field, max, inspection, readOnly }: LongTextProps): React.JSX.Element {
  const { t } = useTranslation('report')
  return (
    <AutosaveTextarea
      id={`visit-${field}`}
      place={textAt(inspection.id, `visit/${field}`)}
      label={t(`field.${field}`)}
      description={t(`hint.${field}`)}
      minRows={field === 'personsMet' || field === 'limits' ? 2 : 4}
      maxLength={max}
      readOnly={readOnly}
      value={inspection[field]}
      onSave={(text) => saveVisit(inspection.id, { [field]: text })}
    />
  )
}

interface AssessmentProps {
  readonly value: Assessment | null
  readonly readOnly: boolean
  readonly onChange: (value: Assessment) => Promise<Result<null>>
}

function AssessmentChoices({ value, readOnly, onChange }: AssessmentProps): React.JSX.Element {
  const { t } = useTranslation('report')
  const choice = (of: Assessment, icon: typeof IconTool, tone: string): Choice<Assessment> => ({
    value: of,
    icon,
    tone,
    label: t(`assessment.${of}`),
  })
  return (
    <Choices
      label={t('field.overallAssessment')}
      choices={[
        choice('WORKS_WELL', IconCircleCheck, 'green'),
        choice('WORKS_SOME_IMPROVEMENT', IconTool, 'blue'),
        choice('WORKS_PARTIALLY', IconCircleHalf2, 'amber'),
        choice('DOES_NOT_WORK', IconCircleX, 'red'),
      ]}
      value={value}
      readOnly={readOnly}
      onChange={onChange}
    />
  )
}
