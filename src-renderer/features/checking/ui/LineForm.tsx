import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useEffect, useRef, type RefObject } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { formatEuros } from '#domain/money.ts'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import type { SampleUnit } from '#domain/sampling/sample-record.ts'
import { textAt } from '#renderer/db/drafts.ts'
import { blankCheck, type CheckFields } from '#renderer/features/checking/commands/save-check.ts'
import { isWrong, RESULTS, type LineResultName } from '#renderer/features/checking/line-result.ts'
import type { CheckBook } from '#renderer/features/checking/queries/use-checks.ts'
import classes from '#renderer/features/checking/ui/flash.module.css'
import { LineAmounts } from '#renderer/features/checking/ui/LineAmounts.tsx'
import { LineError } from '#renderer/features/checking/ui/LineError.tsx'
import { LineFinding } from '#renderer/features/checking/ui/LineFinding.tsx'
import { STATE_LOOKS } from '#renderer/features/checking/ui/StateChip.tsx'
import { UnavailableForm } from '#renderer/features/checking/ui/UnavailableForm.tsx'
import { useLineResult } from '#renderer/features/checking/ui/use-line-result.ts'
import { AutosaveTextarea } from '#renderer/ui/AutosaveText.tsx'
import { Choices, type Choice } from '#renderer/ui/Choices.tsx'
import { KEYS, type StrokeOf } from '#renderer/ui/keys.ts'
import { useKeys } from '#renderer/ui/useKeys.ts'
import { RefusedRecord, useRecordChange, WaitingChip } from '#renderer/ui/RecordTransfer.tsx'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

/** The key of each result, in the order of `RESULTS`. */
const RESULT_KEYS = KEYS.result.choose

interface Props {
  /** The screen whose keys choose a result. */
  readonly root: RefObject<HTMLElement | null>
  readonly sample: InspectionSample
  readonly unit: SampleUnit
  readonly book: CheckBook
  readonly readOnly: boolean
  readonly onCreateFinding: () => void
  readonly onOpenFinding: (findingId: string) => void
  readonly evidence: React.ReactNode
}

/** What was found on one line; each field saves itself. Give it `key={unit.id}`. */
export function LineForm(props: Props): React.JSX.Element {
  const { sample, unit, book, readOnly } = props
  const { t } = useTranslation('checking')
  const known = book.checks.get(unit.id)
  const check = known ?? blankCheck(sample, unit.id)
  const change = (fields: CheckFields) => book.change(unit.id, fields)
  const result = useLineResult({ sample, unit, check: known, readOnly, change })
  const { focusLater } = useFocusLater()
  const choose = (key: StrokeOf<'result', 'choose'>): void => {
    const name = RESULTS[RESULT_KEYS.indexOf(key)]
    if (readOnly || name === undefined || (name === 'UNAVAILABLE' && unit.part === 'PICKED')) return
    void result.choose(name)
    focusLater(name)
  }
  useKeys('result', { choose }, props.root)
  const error = { sample, unit, check, readOnly, change }
  return (
    <>
      <LineHeading unit={unit} checkId={check.id} />
      <ResultChoices {...{ unit, readOnly }} value={result.shown} onChoose={result.choose}>
        {!readOnly && check.accepted !== null && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            onClick={result.takeBack}
          >
            {t('take-back')}
          </Button>
        )}
      </ResultChoices>
      {result.asksReason && <UnavailableForm sample={sample} unit={unit} onDone={result.markedUnavailable} />}
      {unit.unavailable && <UnavailableSince {...{ sample, unit }} />}
      {result.shown === 'OTHER' && <LineAmounts {...error} />}
      {check.accepted !== null && isWrong(unit, check) && <LineError {...error} others={book.checks} />}
      <AutosaveTextarea
        place={textAt(sample.inspectionId, `check/${check.id}/note`)}
        label={t('field.note')}
        maxLength={4000}
        minRows={1}
        readOnly={readOnly}
        value={check.note}
        onSave={(note) => change({ note })}
      />
      {props.evidence && (
        <section className={classes['block']} aria-labelledby="line-evidence">
          <h3 id="line-evidence">{t('evidence')}</h3>
          {props.evidence}
        </section>
      )}
      <LineFinding
        {...{ sample, check, readOnly, change }}
        onCreate={props.onCreateFinding}
        onOpen={props.onOpenFinding}
      />
    </>
  )
}

/** Id, part and declared amount of the line; takes the focus when the line before it took the focused field away. */
function LineHeading(props: { readonly unit: SampleUnit; readonly checkId: string }): React.JSX.Element {
  const { unit, checkId } = props
  const change = useRecordChange('line-check', checkId)
  const { t } = useTranslation('checking')
  const language = useLanguage()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
  }, [])
  const part = unit.part === 'SAMPLED' ? null : t(`part.${unit.part}`)
  const about = [unit.stratum === '' ? null : t('stratum', { code: unit.stratum }), part].filter(Boolean)
  return (
    <>
      <header className={classes['head']}>
        <h3 ref={heading} tabIndex={-1}>
          <span className="code">{unit.id}</span>
          <span className="visually-hidden"> · </span>
          <span className={`tabular ${classes['declared'] ?? ''}`}>
            <small>{t('column.declared')}</small> {formatEuros(unit.amount, language)}
          </span>{' '}
          <WaitingChip change={change} />
        </h3>
        {about.length > 0 && <p className={classes['quiet']}>{about.join(' · ')}</p>}
      </header>
      <RefusedRecord change={change} />
    </>
  )
}

/** Where the keyboard goes after a result key: to what the result needs next. */
const NEXT_FIELD: Readonly<Record<LineResultName, string>> = {
  ACCEPTED: '',
  REFUSED: 'check-cause',
  OTHER: 'check-found',
  UNAVAILABLE: 'check-reason',
}

function useFocusLater() {
  const wanted = useRef('')
  useEffect(() => {
    const field = wanted.current === '' ? null : document.getElementById(wanted.current)
    if (!field) return
    wanted.current = ''
    field.focus()
  })
  return {
    focusLater: (result: LineResultName) => {
      wanted.current = NEXT_FIELD[result]
      // What is there already is not drawn again.
      const field = document.getElementById(wanted.current)
      if (field) setTimeout(() => field.focus())
    },
  }
}

interface ResultProps {
  readonly unit: SampleUnit
  readonly readOnly: boolean
  readonly value: LineResultName | null
  readonly onChoose: ReturnType<typeof useLineResult>['choose']
  readonly children: React.ReactNode
}

function ResultChoices({ unit, readOnly, value, onChoose, children }: ResultProps): React.JSX.Element {
  const { t } = useTranslation('checking')
  const offered = RESULTS.filter((name) => name !== 'UNAVAILABLE' || unit.part !== 'PICKED')
  const choices = offered.map((name): Choice<LineResultName> => {
    const [icon, tone] = STATE_LOOKS[name]
    return {
      value: name,
      label: t(`state.${name}`),
      icon,
      tone,
      shortcut: RESULT_KEYS[RESULTS.indexOf(name)],
    }
  })
  return (
    <div className={classes['results']}>
      <Choices
        label={t('column.result')}
        choices={choices}
        value={value}
        readOnly={readOnly}
        onChange={onChoose}
      >
        {children}
      </Choices>
    </div>
  )
}

/** When and why the line was noted as one that could not be shown. */
function UnavailableSince({ sample, unit }: Pick<Props, 'sample' | 'unit'>): React.JSX.Element | null {
  const { t } = useTranslation('checking')
  const step = sample.steps.findLast((one) => one.kind === 'UNAVAILABLE' && one.id === unit.id)
  if (step?.kind !== 'UNAVAILABLE') return null
  const on = step.on.split('-').toReversed().join('/')
  return <p className={classes['quiet']}>{t('unavailable.since', { on, reason: step.reason })}</p>
}
