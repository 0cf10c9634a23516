import { Button } from '@mantine/core'
import { IconArrowBackUp, IconInfoCircle, IconReceipt } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError, Result } from '#domain/result.ts'
import { NOTICE_KINDS, type AppliedProjection, type NoticeKind } from '#domain/sampling/apply-projection.ts'
import type { Evaluation } from '#domain/sampling/evaluation.ts'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import { today } from '#renderer/db/numbers/today.ts'
import {
  applySample,
  projectionOf,
  withdrawProjection,
} from '#renderer/features/checking/commands/apply-sample.ts'
import { saveSample } from '#renderer/features/checking/commands/save-sample.ts'
import classes from '#renderer/features/checking/ui/evaluation.module.css'
import { useFigures } from '#renderer/features/checking/ui/use-figures.ts'
import { useNamed } from '#renderer/features/checking/ui/use-named.ts'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { trackSave } from '#renderer/ui/save-status.ts'
import { useErrorText } from '#renderer/ui/useErrorText.ts'
import { DAY_RANGES } from '#domain/day-ranges.ts'
import { textAt } from '#renderer/db/drafts.ts'
import { DateField } from '#renderer/ui/DateField.tsx'

interface Props {
  readonly sample: InspectionSample
  /** Null while the sample can't be evaluated. */
  readonly evaluation: Evaluation | null
  readonly readOnly: boolean
}

/** What the partner was told and when, and whether the projection counts; without clause and notices it may not. */
export function ProjectionPart(props: Props): React.JSX.Element {
  const { sample, evaluation, readOnly } = props
  const { t } = useTranslation('evaluation')
  return (
    <section className={classes['part']} aria-labelledby="evaluation-projection">
      <h3 id="evaluation-projection">{t('projection.title')}</h3>
      <p className={classes['quiet']}>{t('projection.hint')}</p>
      <div className={classes['pair']}>
        {NOTICE_KINDS.map((kind) => (
          <Notice key={kind} kind={kind} sample={sample} readOnly={readOnly} />
        ))}
      </div>
      {evaluation && <Application sample={sample} evaluation={evaluation} readOnly={readOnly} />}
    </section>
  )
}

interface NoticeProps extends Omit<Props, 'evaluation'> {
  readonly kind: NoticeKind
}

function Notice({ kind, sample, readOnly }: NoticeProps): React.JSX.Element {
  const { t } = useTranslation('evaluation')
  const save = (sentOn: string | null) =>
    saveSample(sample, ({ notices }) => ({
      notices: [
        ...notices.filter((notice) => notice.kind !== kind),
        ...(sentOn === null ? [] : [{ kind, sentOn }]),
      ],
    }))
  return (
    <DateField
      place={textAt(sample.inspectionId, `sample/${sample.id}/notice/${kind}`)}
      label={t(`notice.${kind}`)}
      range={DAY_RANGES.notice(today())}
      readOnly={readOnly}
      day={sample.notices.find((notice) => notice.kind === kind)?.sentOn ?? null}
      onSave={save}
    />
  )
}

interface ApplicationProps extends Props {
  readonly evaluation: Evaluation
}

function Application({ sample, evaluation, readOnly }: ApplicationProps): React.JSX.Element {
  const { t } = useTranslation('evaluation')
  const { euros } = useFigures()
  const words = useErrorText()
  const named = useNamed()
  const [failure, setFailure] = useState<AppError | null>(null)
  const allowed = useProjection(sample, evaluation)
  const isApplied = sample.appliedOn !== null
  const act = async (saving: Promise<Result<null>>): Promise<void> => {
    const saved = await trackSave(saving)
    setFailure(saved.ok ? null : saved.error)
  }
  return (
    <>
      {allowed?.ok === true && (
        <p>
          {t(isApplied ? 'projection.applied' : 'projection.allowed', {
            amount: euros(allowed.value.amount),
          })}
        </p>
      )}
      {allowed?.ok === false && (
        <p className={classes['note']}>
          <IconInfoCircle size={16} aria-hidden /> {words(named(allowed.error))}
        </p>
      )}
      {failure && failure.code !== (allowed?.ok === false ? allowed.error.code : '') && (
        <ErrorNotice error={named(failure)} onClose={() => setFailure(null)} />
      )}
      {!readOnly && !isApplied && (
        <Button
          size="xs"
          disabled={allowed?.ok !== true}
          leftSection={<IconReceipt size={16} aria-hidden />}
          onClick={() => void act(applySample(sample, evaluation))}
        >
          {t('projection.apply')}
        </Button>
      )}
      {!readOnly && isApplied && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          onClick={() => void act(withdrawProjection(sample))}
        >
          {t('projection.withdraw')}
        </Button>
      )}
    </>
  )
}

/** What the projection would take today, or took on the day it was applied; null while it is looked up. */
function useProjection(sample: InspectionSample, evaluation: Evaluation): Result<AppliedProjection> | null {
  const [allowed, setAllowed] = useState<Result<AppliedProjection> | null>(null)
  useEffect(() => {
    const leaving = new AbortController()
    void projectionOf(sample, evaluation, sample.appliedOn ?? today()).then((result) => {
      if (!leaving.signal.aborted) setAllowed(result)
    })
    return () => leaving.abort()
  }, [sample, evaluation])
  return allowed
}
