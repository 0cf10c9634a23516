import { Button, Skeleton } from '@mantine/core'
import { IconArrowRight, IconInfoCircle } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '#domain/result.ts'
import type { Evaluation } from '#domain/sampling/evaluation.ts'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import type { CheckBook } from '#renderer/features/checking/queries/use-checks.ts'
import { useEvaluation } from '#renderer/features/checking/queries/use-evaluation.ts'
import { changeLook } from '#renderer/features/checking/state/checking-view.ts'
import { Conclusion } from '#renderer/features/checking/ui/Conclusion.tsx'
import { EstimatorChoice } from '#renderer/features/checking/ui/EstimatorChoice.tsx'
import classes from '#renderer/features/checking/ui/evaluation.module.css'
import { EvaluationFigures, LineFigures } from '#renderer/features/checking/ui/EvaluationFigures.tsx'
import { EvaluationPicture } from '#renderer/features/checking/ui/EvaluationPicture.tsx'
import { ProjectionPart } from '#renderer/features/checking/ui/ProjectionPart.tsx'
import { SystemicErrors } from '#renderer/features/checking/ui/SystemicErrors.tsx'
import { useNamed } from '#renderer/features/checking/ui/use-named.ts'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { useErrorText } from '#renderer/ui/useErrorText.ts'

interface Props {
  readonly sample: InspectionSample
  readonly readOnly: boolean
  readonly book: CheckBook
}

/** What the sample says of its population, and what that rests on. */
export function EvaluationSheet({ sample, readOnly, book }: Props): React.JSX.Element {
  const { t } = useTranslation('evaluation')
  const evaluated = useEvaluation(sample, book.checks)
  return (
    <div className={classes['sheet']} role="region" aria-label={t('title')} tabIndex={0}>
      {evaluated === null && <Skeleton height={160} aria-label={t('computing')} />}
      {evaluated?.ok === false && <NotYet sample={sample} error={evaluated.error} />}
      {evaluated?.ok === true && <Outcome sample={sample} evaluation={evaluated.value} readOnly={readOnly} />}
      <SystemicErrors sample={sample} checks={book.checks} readOnly={readOnly} />
      <ProjectionPart
        sample={sample}
        evaluation={evaluated?.ok === true ? evaluated.value : null}
        readOnly={readOnly}
      />
    </div>
  )
}

interface OutcomeProps extends Omit<Props, 'book'> {
  readonly evaluation: Evaluation
}

function Outcome({ sample, evaluation, readOnly }: OutcomeProps): React.JSX.Element {
  return (
    <>
      <Conclusion sample={sample} evaluation={evaluation} />
      <EvaluationPicture evaluation={evaluation} />
      <EvaluationFigures evaluation={evaluation} />
      <LineFigures evaluation={evaluation} />
      <EstimatorChoice sample={sample} evaluation={evaluation} readOnly={readOnly} />
    </>
  )
}

/** What is only work that is not done yet: said without alarm. */
const WORK_LEFT: readonly string[] = [
  'sampling.results-missing',
  'sampling.cause-missing',
  'sampling.justification-missing',
  'sampling.systemic-unknown',
]

/** Why nothing can be said yet, with the way to the line it hangs on. */
function NotYet({ sample, error }: { readonly sample: InspectionSample; readonly error: AppError }) {
  const { t } = useTranslation('evaluation')
  const words = useErrorText()
  const named = useNamed()
  const id = error.details?.['id']
  const line = sample.units.find((unit) => unit.id === id)
  return (
    <div className={classes['part']}>
      {WORK_LEFT.includes(error.code) ? (
        <p className={classes['note']}>
          <IconInfoCircle size={16} aria-hidden /> {words(error)}
        </p>
      ) : (
        <ErrorNotice error={named(error)} />
      )}
      {line && (
        <Button
          size="xs"
          variant="default"
          rightSection={<IconArrowRight size={16} aria-hidden />}
          onClick={() => changeLook(sample, { view: 'flash', lineId: line.id })}
        >
          {t('go-to-line', { line: line.id })}
        </Button>
      )}
    </div>
  )
}
