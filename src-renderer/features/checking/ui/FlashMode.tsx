import { Button, TextInput } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconPlayerTrackNext } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '#domain/result.ts'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import type { SampleUnit } from '#domain/sampling/sample-record.ts'
import { findLine, linesToCheck, nextUnchecked } from '#renderer/features/checking/lines.ts'
import { stateOf } from '#renderer/features/checking/line-result.ts'
import type { CheckBook } from '#renderer/features/checking/queries/use-checks.ts'
import type { SampledRows } from '#renderer/features/checking/queries/use-sampled-rows.ts'
import { changeLook, type Look } from '#renderer/features/checking/state/checking-view.ts'
import classes from '#renderer/features/checking/ui/flash.module.css'
import { LineFacts } from '#renderer/features/checking/ui/LineFacts.tsx'
import { LineForm } from '#renderer/features/checking/ui/LineForm.tsx'
import { STATE_LOOKS } from '#renderer/features/checking/ui/StateChip.tsx'
import { KeyHints } from '#renderer/ui/KeyHints.tsx'
import { leaveField } from '#renderer/ui/typing.ts'
import { useKeys } from '#renderer/ui/useKeys.ts'

interface Props {
  readonly sample: InspectionSample
  readonly readOnly: boolean
  readonly book: CheckBook
  readonly look: Look
  readonly rows: Result<SampledRows> | null
  readonly onCreateFinding: (lineIds: readonly string[]) => void
  readonly onOpenFinding: (findingId: string) => void
  readonly evidenceOf: (lineId: string) => React.ReactNode
}

/** One line at a time: what it is at the left, what was found at the right, all by keyboard. */
export function FlashMode(props: Props): React.JSX.Element | null {
  const { sample, readOnly, book, look, rows } = props
  const { t } = useTranslation('checking')
  const root = useRef<HTMLDivElement>(null)
  const units = useMemo(() => linesToCheck(sample), [sample])
  const at = Math.max(
    0,
    units.findIndex(({ id }) => id === look.lineId),
  )
  const unit = units[at]
  const goTo = (line: SampleUnit | undefined) => line && changeLook(sample, { lineId: line.id })
  const move = (step: 1 | -1) => goTo(units[at + step])
  const moveToUnchecked = () => goTo(nextUnchecked(units, book.checks, at))
  const leave = (step: 1 | -1): void => {
    leaveField()
    move(step)
  }
  useKeys(
    'lines',
    { previous: () => leave(-1), next: () => leave(1), unchecked: () => moveToUnchecked() },
    root,
  )
  if (!unit) return null
  const check = book.checks.get(unit.id)
  const state = stateOf(unit, check)
  return (
    <div
      ref={root}
      className={classes['flash']}
      style={{ borderInlineStartColor: `var(--tone-${STATE_LOOKS[state][1]})` }}
    >
      <Steps {...{ units, at, move, moveToUnchecked }} onJump={goTo} />
      <div className={classes['panes']}>
        <aside className={classes['facts']} aria-label={t('facts.title')} tabIndex={0}>
          <LineFacts rows={rows} lineId={unit.id} />
        </aside>
        <section key={unit.id} className={classes['form']} aria-label={t('line', { line: unit.id })}>
          <LineForm
            root={root}
            sample={sample}
            unit={unit}
            book={book}
            readOnly={readOnly}
            onCreateFinding={() => props.onCreateFinding([unit.id])}
            onOpenFinding={props.onOpenFinding}
            evidence={props.evidenceOf(unit.id)}
          />
          <KeyHints areas={readOnly ? ['lines'] : ['result', 'lines']} />
        </section>
      </div>
    </div>
  )
}

interface StepsProps {
  readonly units: readonly SampleUnit[]
  readonly at: number
  readonly move: (step: 1 | -1) => void
  readonly moveToUnchecked: () => void
  readonly onJump: (unit: SampleUnit) => void
}

function Steps({ units, at, move, moveToUnchecked, onJump }: StepsProps): React.JSX.Element {
  const { t } = useTranslation('checking')
  return (
    <div className={classes['steps']}>
      <Button
        size="xs"
        variant="default"
        disabled={at === 0}
        leftSection={<IconChevronLeft size={16} aria-hidden />}
        title="Alt+↑"
        onClick={() => move(-1)}
      >
        {t('previous')}
      </Button>
      <span className={`tabular ${classes['counter'] ?? ''}`} aria-live="polite">
        <span aria-hidden>{`${at + 1}/${units.length}`}</span>
        <span className="visually-hidden">{t('line-of', { line: at + 1, lines: units.length })}</span>
      </span>
      <Button
        size="xs"
        variant="default"
        disabled={at === units.length - 1}
        rightSection={<IconChevronRight size={16} aria-hidden />}
        title="Alt+↓"
        onClick={() => move(1)}
      >
        {t('next')}
      </Button>
      <Button
        size="xs"
        variant="subtle"
        rightSection={<IconPlayerTrackNext size={16} aria-hidden />}
        title="N"
        onClick={moveToUnchecked}
      >
        {t('next-unchecked')}
      </Button>
      <span className={classes['spacer']} />
      <Jump units={units} onJump={onJump} />
    </div>
  )
}

/** Leads to a line by its number or id; what leads nowhere stays in the box. */
function Jump({ units, onJump }: Pick<StepsProps, 'units' | 'onJump'>): React.JSX.Element {
  const { t } = useTranslation('checking')
  const [text, setText] = useState('')
  const [missed, setMissed] = useState(false)
  const jump = (event: React.SyntheticEvent): void => {
    event.preventDefault()
    const line = findLine(units, text)
    setMissed(!line)
    if (!line) return
    setText('')
    onJump(line)
  }
  return (
    <form className={classes['jump']} onSubmit={jump}>
      <TextInput
        size="xs"
        aria-label={t('jump')}
        placeholder={t('jump')}
        value={text}
        error={missed ? t('jump-missed') : undefined}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setMissed(false)
        }}
      />
    </form>
  )
}
