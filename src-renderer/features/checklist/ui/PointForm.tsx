import { Button } from '@mantine/core'
import {
  IconArrowBackUp,
  IconCheck,
  IconCircle,
  IconCircleCheck,
  IconCircleHalf2,
  IconFlagPlus,
  IconMinus,
  IconX,
  type Icon,
} from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { AnswerValue, type ControlPoint, type Progress } from '#domain/checklist/control-grid.ts'
import type { Finding } from '#domain/finding/finding.ts'
import { answerId } from '#domain/inspection/answer-id.ts'
import type { PointField } from '#domain/inspection/gap.ts'
import type { Answer } from '#domain/inspection/inspection.ts'
import { textAt } from '#renderer/db/drafts.ts'
import { saveComment } from '#renderer/features/checklist/commands/save-answer.ts'
import classes from '#renderer/features/checklist/ui/Checklist.module.css'
import { LinkedFindings } from '#renderer/features/checklist/ui/LinkedFindings.tsx'
import { AutosaveTextarea } from '#renderer/ui/AutosaveText.tsx'
import { Choices, type Choice } from '#renderer/ui/Choices.tsx'
import { KEYS } from '#renderer/ui/keys.ts'
import { pick } from '#renderer/ui/pick.ts'
import { placeId } from '#renderer/ui/places.ts'
import { RefusedRecord, useRecordChange, WaitingChip } from '#renderer/ui/RecordTransfer.tsx'
import type { SaveChoice } from '#renderer/ui/useChosen.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly inspectionId: string
  readonly point: ControlPoint
  readonly answer: Answer | undefined
  readonly findings: readonly Finding[]
  readonly readOnly: boolean
  readonly onAnswer: SaveChoice<AnswerValue | null>
  readonly onProgress: SaveChoice<Progress>
  readonly onCreateFinding: () => void
  readonly onOpenFinding: ((findingId: string) => void) | undefined
  readonly clauses: React.ReactNode
  readonly evidence: React.ReactNode
}

/** One control point: its result, how far the work on it is, a comment, its evidence and findings. */
export function PointForm(props: Props): React.JSX.Element {
  const { inspectionId, point, answer, findings, readOnly } = props
  const { t } = useTranslation('checklist')
  const change = useRecordChange('answer', answerId(inspectionId, point.code))
  const value = answer?.value ?? null
  const at = (field: PointField): string => placeId({ kind: 'point', pointCode: point.code, field })
  const explain = value === 'NA' || ((value === 'NO' || value === 'PARTIAL') && findings.length === 0)
  return (
    <>
      <PointHeading point={point}>
        <WaitingChip change={change} />
      </PointHeading>
      <RefusedRecord change={change} />
      <section className={classes['block']} aria-labelledby="point-clauses">
        <h3 id="point-clauses">{t('clauses')}</h3>
        {props.clauses}
      </section>
      <AnswerChoices id={at('answer')} value={value} readOnly={readOnly} onAnswer={props.onAnswer} />
      <ProgressChoices id={at('progress')} progress={answer?.progress ?? 'TODO'} {...props} />
      <AutosaveTextarea
        id={at('comment')}
        place={textAt(inspectionId, `point/${point.code}/comment`)}
        label={t('comment')}
        description={explain ? t(value === 'NA' ? 'explain-na' : 'explain-failure') : undefined}
        minRows={3}
        maxLength={10000}
        readOnly={readOnly}
        value={answer?.comment ?? ''}
        onSave={(text) => saveComment(inspectionId, point.code, text)}
      />
      <section className={classes['block']} aria-labelledby="point-evidence">
        <h3 id="point-evidence">{t('evidence')}</h3>
        {props.evidence}
      </section>
      <section className={classes['block']} aria-labelledby="point-findings">
        <h3 id="point-findings">{t('linked-findings')}</h3>
        <LinkedFindings findings={findings} onOpen={props.onOpenFinding} />
        {!readOnly && (
          <Button
            variant={value === 'NO' || value === 'PARTIAL' ? 'light' : 'default'}
            leftSection={<IconFlagPlus size={18} aria-hidden />}
            onClick={props.onCreateFinding}
          >
            {t('create-finding')}
          </Button>
        )}
      </section>
    </>
  )
}

/** Code and text of the point; takes the focus when the point before it took the focused field away. */
function PointHeading(props: {
  readonly point: ControlPoint
  readonly children: React.ReactNode
}): React.JSX.Element {
  const { point, children } = props
  const { t } = useTranslation('checklist')
  const language = useLanguage()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
  }, [point.code])
  const other = language === 'fr' ? 'nl' : 'fr'
  return (
    <header className={classes['head']}>
      <h2 ref={heading} tabIndex={-1} className={classes['title']}>
        <span className="code">{point.code}</span> {pick(point.label, language)} {children}
      </h2>
      <p className={classes['quiet']} lang={other}>
        {point.label[other]}
      </p>
      <p className={classes['quiet']}>
        {t('may-lead-to')} {point.consequences.map((code) => t(`consequence.${code}`)).join(' · ')}
      </p>
    </header>
  )
}

const ANSWER_LOOKS: Readonly<Record<AnswerValue, readonly [Icon, string]>> = {
  YES: [IconCheck, 'green'],
  NO: [IconX, 'red'],
  PARTIAL: [IconCircleHalf2, 'amber'],
  NA: [IconMinus, 'neutral'],
}

function AnswerChoices({
  id,
  value,
  readOnly,
  onAnswer,
}: {
  readonly id: string
  readonly value: AnswerValue | null
  readonly readOnly: boolean
  readonly onAnswer: SaveChoice<AnswerValue | null>
}) {
  const { t } = useTranslation(['checklist', 'common'])
  const choices = AnswerValue.enum.map((answer, at): Choice<AnswerValue> => {
    const [icon, tone] = ANSWER_LOOKS[answer]
    return {
      value: answer,
      label: t(`common:answer.${answer}`),
      icon,
      tone,
      shortcut: KEYS.points.answer[at],
    }
  })
  return (
    <Choices
      id={id}
      label={t('result')}
      choices={choices}
      value={value}
      readOnly={readOnly}
      onChange={onAnswer}
    >
      {value !== null && !readOnly && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          onClick={() => void onAnswer(null)}
        >
          {t('take-back')}
        </Button>
      )}
    </Choices>
  )
}

function ProgressChoices({
  id,
  progress,
  readOnly,
  onProgress,
}: {
  readonly id: string
  readonly progress: Progress
  readonly readOnly: boolean
  readonly onProgress: SaveChoice<Progress>
}) {
  const { t } = useTranslation(['checklist', 'common'])
  const choices: Choice<Progress>[] = [
    { value: 'TODO', label: t('common:progress.TODO'), icon: IconCircle },
    { value: 'DOING', label: t('common:progress.DOING'), icon: IconCircleHalf2 },
    { value: 'DONE', label: t('common:progress.DONE'), icon: IconCircleCheck },
  ]
  return (
    <Choices
      id={id}
      label={t('progress')}
      choices={choices}
      value={progress}
      readOnly={readOnly}
      onChange={onProgress}
    />
  )
}
