import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { sampleLabel } from '#domain/finding/numbering.ts'
import type { AppError } from '#domain/result.ts'
import { today } from '#renderer/db/numbers/today.ts'
import { drawSample } from '#renderer/features/sampling/commands/draw-sample.ts'
import type { Ground } from '#renderer/features/sampling/queries/use-ground.ts'
import type { SampleItem } from '#renderer/features/sampling/queries/use-samples.ts'
import { DRAW_STEPS, drawPlace, type DrawDraft } from '#renderer/features/sampling/state/draw-draft.ts'
import { keepDraw, openSample } from '#renderer/features/sampling/state/sampling-view.ts'
import { DefinitionPanel } from '#renderer/features/sampling/ui/DefinitionPanel.tsx'
import { DrawStep } from '#renderer/features/sampling/ui/DrawStep.tsx'
import { MethodStep } from '#renderer/features/sampling/ui/MethodStep.tsx'
import { PopulationStep } from '#renderer/features/sampling/ui/PopulationStep.tsx'
import classes from '#renderer/features/sampling/ui/sampling.module.css'
import type { StepProps } from '#renderer/features/sampling/ui/step-props.ts'
import { Steps } from '#renderer/features/sampling/ui/Steps.tsx'
import { useDefinitionFacts } from '#renderer/features/sampling/ui/use-definition-facts.ts'
import { useDraw } from '#renderer/features/sampling/ui/use-draw.ts'
import { useWorded } from '#renderer/features/sampling/ui/use-worded.ts'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { useKept } from '#renderer/ui/kept-drafts.ts'
import { useErrorText } from '#renderer/ui/useErrorText.ts'

interface Props {
  readonly inspectionId: string
  readonly ground: Ground
  readonly items: readonly SampleItem[]
  readonly onLeave: () => void
}

/** Population, method, draw, lines: the definition stays in sight all along. */
export function DrawWizard(props: Props): React.JSX.Element | null {
  const draft = useKept(drawPlace(props.inspectionId))
  return draft ? <Wizard {...props} draft={draft} /> : null
}

function Wizard({ inspectionId, ground, draft, onLeave }: Props & { readonly draft: DrawDraft }) {
  const [failure, setFailure] = useState<AppError | null>(null)
  const worded = useWorded()
  const draw = useDraw(inspectionId, draft)
  const facts = useDefinitionFacts({
    ...{ source: draw.source.ok ? draw.source.value : null, population: draw.facts, on: today() },
    ...{ definition: draw.definition.ok ? draw.definition.value : null, convention: ground.convention },
    file: ground.listings.find(({ listing }) => listing === draft.listing)?.source,
    ...{ size: draw.lines, isDrawn: false },
  })
  const change = (made: Partial<DrawDraft>): void => {
    setFailure(null)
    keepDraw(inspectionId, { ...draft, ...made })
  }
  const finish = async (): Promise<void> => {
    const { source, definition } = draw
    if (!source.ok || !definition.ok) return
    const drawn = await drawSample(inspectionId, draft, source.value, definition.value)
    setFailure(drawn.ok ? null : drawn.error)
    if (!drawn.ok) return
    keepDraw(inspectionId, null)
    openSample(inspectionId, drawn.value.id)
  }
  const step = { inspectionId, ground, draft, draw, onChange: change }
  return (
    <div className={classes['wizard']}>
      <Steps current={DRAW_STEPS.indexOf(draft.step)} />
      <div className={classes['columns']}>
        <div className={classes['step']}>
          <StepHeading draft={draft} />
          {draft.step === 'population' && <PopulationStep {...step} />}
          {draft.step === 'method' && <MethodStep {...step} />}
          {draft.step === 'draw' && <DrawStep {...step} />}
          {failure && <ErrorNotice error={worded(failure)} onClose={() => setFailure(null)} />}
        </div>
        <DefinitionPanel facts={facts} locked={false} />
      </div>
      <Foot draft={draft} draw={draw} onChange={change} onLeave={onLeave} onDraw={finish} />
    </div>
  )
}

/** Takes the focus when another step opens. */
function StepHeading({ draft }: { readonly draft: DrawDraft }) {
  const { t } = useTranslation('sampling')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [draft.step])
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className={classes['stepTitle']}>
        {t(`step.title.${draft.step}`)}
      </h2>
      {draft.replaces && (
        <p className={classes['quiet']}>
          {t('draw.instead', { sample: sampleLabel(draft.replaces.number) })}
        </p>
      )}
    </>
  )
}

interface FootProps extends Pick<StepProps, 'draft' | 'draw' | 'onChange'> {
  readonly onLeave: () => void
  readonly onDraw: () => Promise<void>
}

function Foot({ draft, draw, onChange, onLeave, onDraw }: FootProps) {
  const { t } = useTranslation('sampling')
  const [drawing, setDrawing] = useState(false)
  const worded = useWorded()
  const words = useErrorText()
  const hindrance = draw.hindrances[draft.step]
  const at = DRAW_STEPS.indexOf(draft.step)
  const go = (by: number): void => {
    const step = DRAW_STEPS[at + by]
    if (step) onChange({ step })
  }
  const onClick = async (): Promise<void> => {
    setDrawing(true)
    await onDraw()
    setDrawing(false)
  }
  return (
    <div className={classes['foot']}>
      <p id="draw-hindrance" className={classes['hindrance']}>
        {hindrance && words(worded(hindrance))}
      </p>
      <Button variant="default" onClick={onLeave}>
        {t('step.leave')}
      </Button>
      {at > 0 && (
        <Button variant="default" onClick={() => go(-1)}>
          {t('step.previous')}
        </Button>
      )}
      {draft.step === 'draw' ? (
        <Button
          aria-describedby="draw-hindrance"
          loading={drawing}
          disabled={hindrance !== null}
          onClick={() => void onClick()}
        >
          {t('step.do-draw')}
        </Button>
      ) : (
        <Button aria-describedby="draw-hindrance" disabled={hindrance !== null} onClick={() => go(1)}>
          {t('step.next')}
        </Button>
      )}
    </div>
  )
}
