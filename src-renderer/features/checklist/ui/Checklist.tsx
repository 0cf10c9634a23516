import { Skeleton } from '@mantine/core'
import { useRef } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { AnswerValue } from '#domain/checklist/control-grid.ts'
import { saveProgress, saveValue } from '#renderer/features/checklist/commands/save-answer.ts'
import { useChecklist } from '#renderer/features/checklist/queries/use-checklist.ts'
import classes from '#renderer/features/checklist/ui/Checklist.module.css'
import { PointForm } from '#renderer/features/checklist/ui/PointForm.tsx'
import { PointList } from '#renderer/features/checklist/ui/PointList.tsx'
import { controlGrid, pointOf } from '#renderer/ui/control-grid.ts'
import { KeyHints } from '#renderer/ui/KeyHints.tsx'
import { KEYS } from '#renderer/ui/keys.ts'
import { trackSave } from '#renderer/ui/save-status.ts'
import { leaveField } from '#renderer/ui/typing.ts'
import { useKeys } from '#renderer/ui/useKeys.ts'
import { useKeptScroll } from '#renderer/ui/useKeptScroll.ts'

interface Props {
  readonly inspectionId: string
  readonly readOnly: boolean
  /** The point being looked at; null for the first. */
  readonly pointCode: string | null
  readonly onSelect: (pointCode: string) => void
  readonly renderEvidence: (target: { readonly pointCode: string }) => React.ReactNode
  /** The clauses of the convention that ground a point. */
  readonly renderClauses: (pointCode: string) => React.ReactNode
  readonly onCreateFinding: (pointCode: string) => void
  /** Leads to a finding of the point; without it findings are shown, not linked. */
  readonly onOpenFinding?: (findingId: string) => void
}

/** The control grid: the points at the left, the one being answered at the right. */
export function Checklist(props: Props): React.JSX.Element {
  const { inspectionId, readOnly, onSelect } = props
  const { t } = useTranslation('checklist')
  const root = useRef<HTMLDivElement>(null)
  const view = useChecklist(inspectionId)
  const [listRef, formRef] = [useKeptScroll('points'), useKeptScroll('point')]
  const point = pointOf(props.pointCode) ?? controlGrid.points[0]
  const code = point?.code ?? ''
  const answer = (value: AnswerValue | null) =>
    readOnly ? null : trackSave(saveValue(inspectionId, code, value))
  const move = (step: 1 | -1): void => {
    leaveField()
    const next = controlGrid.points[controlGrid.points.findIndex((one) => one.code === code) + step]
    if (next) onSelect(next.code)
  }
  useKeys(
    'points',
    {
      answer: (key) => void answer(AnswerValue.enum[KEYS.points.answer.indexOf(key)] ?? null),
      previous: () => move(-1),
      next: () => move(1),
    },
    root,
  )

  if (!view || !point) return <Skeleton height={320} aria-label={t('loading')} />
  return (
    <div ref={root} className={classes['frame']}>
      <div className={classes['panes']}>
        <div ref={listRef} className={classes['list']}>
          <PointList {...view} selected={code} onSelect={onSelect} />
        </div>
        <section ref={formRef} className={classes['form']} aria-label={t('point', { code })} key={code}>
          <PointForm
            inspectionId={inspectionId}
            point={point}
            answer={view.answers.get(code)}
            findings={view.findings.get(code) ?? []}
            readOnly={readOnly}
            onAnswer={answer}
            onProgress={(progress) => trackSave(saveProgress(inspectionId, code, progress))}
            onCreateFinding={() => props.onCreateFinding(code)}
            onOpenFinding={props.onOpenFinding}
            clauses={props.renderClauses(code)}
            evidence={props.renderEvidence({ pointCode: code })}
          />
          {!readOnly && <KeyHints areas={['points']} />}
        </section>
      </div>
    </div>
  )
}
