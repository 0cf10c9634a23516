import { Checkbox, Group } from '@mantine/core'
import { IconDoorEnter, IconDoorOff } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Inspection } from '#domain/inspection/inspection.ts'
import { AccessTo, visitEnd, type VisitEnd } from '#domain/inspection/refusal.ts'
import type { Result } from '#domain/result.ts'
import { textAt } from '#renderer/db/drafts.ts'
import { saveVisit, type VisitFields } from '#renderer/features/report/commands/save-visit.ts'
import classes from '#renderer/features/report/ui/Report.module.css'
import { AutosaveText, AutosaveTextarea } from '#renderer/ui/AutosaveText.tsx'
import { Choices } from '#renderer/ui/Choices.tsx'
import { placeId } from '#renderer/ui/places.ts'
import { trackSave } from '#renderer/ui/save-status.ts'
import { TimeField } from '#renderer/ui/TimeField.tsx'
import { useChosen } from '#renderer/ui/useChosen.ts'

interface Props {
  readonly inspection: Inspection
  readonly readOnly: boolean
}

/** Whether the visit was held; where access was refused: when, by whom, to what, and what was said. */
export function VisitEndFields({ inspection, readOnly }: Props): React.JSX.Element {
  const { t } = useTranslation('report')
  const end = visitEnd(inspection)
  const save = (fields: VisitFields): Promise<Result<null>> => saveVisit(inspection.id, fields)
  return (
    <>
      <Choices
        label={t('field.visitOutcome')}
        choices={[
          { value: 'HELD', label: t('visit-outcome.HELD'), icon: IconDoorEnter },
          {
            value: 'ACCESS_REFUSED',
            label: t('visit-outcome.ACCESS_REFUSED'),
            icon: IconDoorOff,
            tone: 'red',
          },
        ]}
        value={end.visitOutcome}
        readOnly={readOnly}
        onChange={(visitOutcome) => trackSave(save({ visitOutcome }))}
      />
      {end.visitOutcome === 'ACCESS_REFUSED' && (
        <RefusalFields inspectionId={inspection.id} end={end} readOnly={readOnly} save={save} />
      )}
    </>
  )
}

interface RefusalProps {
  readonly inspectionId: string
  readonly end: VisitEnd
  readonly readOnly: boolean
  readonly save: (fields: VisitFields) => Promise<Result<null>>
}

const idOf = (field: keyof VisitEnd): string => placeId({ kind: 'visit', field })

function RefusalFields(props: RefusalProps): React.JSX.Element {
  const { inspectionId, end, readOnly, save } = props
  const { t } = useTranslation('report')
  return (
    <section className={classes['refusal']} aria-label={t('visit-outcome.ACCESS_REFUSED')}>
      <p className={classes['quiet']}>{t('obstructed')}</p>
      <div className={classes['pair']}>
        <TimeField
          id={idOf('refusedAt')}
          label={t('field.refusedAt')}
          readOnly={readOnly}
          place={textAt(inspectionId, 'visit/refusedAt')}
          time={end.refusedAt || null}
          onSave={(refusedAt) => save({ refusedAt: refusedAt ?? '' })}
        />
        <AutosaveText
          id={idOf('refusedBy')}
          place={textAt(inspectionId, 'visit/refusedBy')}
          label={t('field.refusedBy')}
          placeholder={t('hint.refusedBy')}
          maxLength={200}
          readOnly={readOnly}
          value={end.refusedBy}
          onSave={(refusedBy) => save({ refusedBy })}
        />
      </div>
      <AccessBoxes {...props} />
      {(['refusalWords', 'refusalWitnesses'] as const).map((field) => (
        <AutosaveTextarea
          key={field}
          id={idOf(field)}
          place={textAt(inspectionId, `visit/${field}`)}
          label={t(`field.${field}`)}
          description={t(`hint.${field}`)}
          maxLength={field === 'refusalWords' ? 4000 : 1000}
          readOnly={readOnly}
          value={end[field]}
          onSave={(text) => save({ [field]: text })}
        />
      ))}
    </section>
  )
}

/** What access was refused to; one list, so one value that is chosen and recorded. */
function AccessBoxes({ end, readOnly, save }: RefusalProps): React.JSX.Element {
  const { t } = useTranslation('report')
  const [chosen, choose] = useChosen(end.refusedAccess.join(' '), (words: string) =>
    trackSave(save({ refusedAccess: AccessTo.enum.filter((access) => words.includes(access)) })),
  )
  return (
    <Checkbox.Group
      id={idOf('refusedAccess')}
      label={t('field.refusedAccess')}
      value={chosen === '' ? [] : chosen.split(' ')}
      onChange={(values) => choose(values.join(' '))}
    >
      <Group gap="lg" mt={6}>
        {AccessTo.enum.map((access) => (
          <Checkbox key={access} value={access} disabled={readOnly} label={t(`access.${access}`)} />
        ))}
      </Group>
    </Checkbox.Group>
  )
}
