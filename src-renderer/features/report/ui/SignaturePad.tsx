import { Button } from '@mantine/core'
import { IconArrowBackUp, IconEraser } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import Pad from 'signature_pad'
import { tenth, type Stroke } from '#renderer/features/report/drawing.ts'
import classes from '#renderer/features/report/ui/Report.module.css'
import dialog from '#renderer/features/report/ui/ReportDialog.module.css'

interface Props {
  readonly strokes: readonly Stroke[]
  readonly onChange: (strokes: readonly Stroke[]) => void
}

const INK = { penColor: '#16213a', minWidth: 1, maxWidth: 2.6, dotSize: 0, velocityFilterWeight: 0.7 }

/** Paper to sign on with mouse, finger or pen. It keeps points only: no times, no pressure. */
export function SignaturePad({ strokes, onChange }: Props): React.JSX.Element {
  const { t } = useTranslation('report')
  const canvas = useRef<HTMLCanvasElement>(null)
  usePad(canvas, strokes, onChange)
  return (
    <div className={dialog['hand']}>
      <div className={dialog['handHead']}>
        <span id="hand-label">{t('hand.label')}</span>
        <span className={classes['buttons']}>
          <Button
            size="compact-sm"
            variant="default"
            disabled={strokes.length === 0}
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            onClick={() => onChange(strokes.slice(0, -1))}
          >
            {t('hand.undo')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={strokes.length === 0}
            leftSection={<IconEraser size={16} aria-hidden />}
            onClick={() => onChange([])}
          >
            {t('hand.clear')}
          </Button>
        </span>
      </div>
      <canvas
        ref={canvas}
        role="img"
        tabIndex={-1}
        data-field="strokes"
        className={dialog['paper']}
        aria-labelledby="hand-label"
        aria-describedby="hand-help"
      />
      <p id="hand-help" className={classes['quiet']}>
        {t('hand.help')} {t('hand.strokes', { count: strokes.length })}
      </p>
    </div>
  )
}

/**
 * Draws the strokes and hears new ones; after a change of size or of the screen's density all is drawn again. Never in
 * the middle of a stroke: the pad would lose it, and wait for its end for ever.
 */
function usePad(
  canvas: React.RefObject<HTMLCanvasElement | null>,
  strokes: readonly Stroke[],
  onChange: (strokes: readonly Stroke[]) => void,
): void {
  const live = useRef({ strokes, onChange })
  const pad = useRef<Pad | null>(null)
  const shown = useRef(strokes)
  useEffect(() => {
    live.current = { strokes, onChange }
    if (!pad.current || shown.current === strokes) return
    shown.current = strokes
    draw(pad.current, strokes)
  }, [strokes, onChange])

  useEffect(() => {
    const paper = canvas.current
    if (!paper) return undefined
    const made = new Pad(paper, INK)
    pad.current = made
    const hear = (): void => {
      shown.current = readStrokes(made)
      live.current.onChange(shown.current)
    }
    made.addEventListener('endStroke', hear)
    const forget = refitWhenQuiet(paper, made, () => fit(paper, made, shown.current))
    return () => {
      forget()
      made.removeEventListener('endStroke', hear)
      made.off()
      pad.current = null
    }
  }, [canvas])
}

/** Refits at every change of size; one that comes during a stroke is answered after it. */
function refitWhenQuiet(paper: HTMLCanvasElement, pad: Pad, refit: () => void): () => void {
  let isDrawing = false
  let isLate = false
  const begin = (): void => {
    isDrawing = true
  }
  const end = (): void => {
    isDrawing = false
    if (isLate) refit()
    isLate = false
  }
  const observer = new ResizeObserver(() => {
    if (isDrawing) isLate = true
    else refit()
  })
  pad.addEventListener('beginStroke', begin)
  pad.addEventListener('endStroke', end)
  observer.observe(paper)
  return () => {
    observer.disconnect()
    pad.removeEventListener('beginStroke', begin)
    pad.removeEventListener('endStroke', end)
  }
}

const readStrokes = (pad: Pad): Stroke[] =>
  pad.toData().map(({ points }) => points.map(({ x, y }) => ({ x: tenth(x), y: tenth(y) })))

function draw(pad: Pad, strokes: readonly Stroke[]): void {
  const groups = strokes.map((stroke) => ({
    ...INK,
    compositeOperation: 'source-over' as const,
    points: stroke.map(({ x, y }, at) => ({ x, y, pressure: 0.5, time: at * 16 })),
  }))
  pad.fromData(groups, { clear: true })
}

function fit(paper: HTMLCanvasElement, pad: Pad, strokes: readonly Stroke[]): void {
  const density = window.devicePixelRatio
  paper.width = paper.clientWidth * density
  paper.height = paper.clientHeight * density
  paper.getContext('2d')?.scale(density, density)
  draw(pad, strokes)
}
