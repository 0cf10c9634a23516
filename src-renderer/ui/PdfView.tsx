import { ActionIcon, Loader } from '@mantine/core'
import { useElementSize, useMergedRef } from '@mantine/hooks'
import { IconArrowAutofitWidth, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { pressed } from '#renderer/ui/keys.ts'
import { PdfPage } from '#renderer/ui/PdfPage.tsx'
import classes from '#renderer/ui/PdfView.module.css'
import { usePdf, type PdfPages } from '#renderer/ui/usePdf.ts'

interface Props {
  readonly bytes: Uint8Array
  /** What the document is, for those who hear the screen. */
  readonly label?: string
}

/** A PDF to read: pages one under the other, zoom, page x of y; all by keyboard. */
export function PdfView({ bytes, label }: Props): React.JSX.Element {
  const { t } = useTranslation('report')
  const pdf = usePdf(bytes)
  if (pdf === null) {
    return (
      <div className={classes['waiting']} role="status">
        <Loader size="sm" /> {t('pdf.opening')}
      </div>
    )
  }
  return pdf.ok ? (
    <Pages {...pdf.value} label={label ?? t('pdf.document')} />
  ) : (
    <ErrorNotice error={pdf.error} />
  )
}

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3]
/** CSS pixels per point at 100 %. */
const FULL_SIZE = 96 / 72
const MARGIN = 48

function Pages({ pages, label }: PdfPages & { readonly label: string }): React.JSX.Element {
  const { t } = useTranslation('report')
  const [zoom, setZoom] = useState<number | null>(null)
  const [current, setCurrent] = useState(1)
  const scroller = useRef<HTMLDivElement>(null)
  const { ref: measured, width } = useElementSize()
  const ref = useMergedRef(scroller, measured)
  const widest = Math.max(...pages.map((page) => page.getViewport({ scale: FULL_SIZE }).width))
  const fitted = Math.min(Math.max((width - MARGIN) / widest, 0.25), 1)
  const scale = zoom ?? fitted
  const step = (by: 1 | -1): void => {
    const next =
      by > 0 ? ZOOMS.find((one) => one > scale + 0.01) : ZOOMS.findLast((one) => one < scale - 0.01)
    if (next !== undefined) setZoom(next)
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const asked = pressed('pdf', event)?.act
    if (asked === 'larger') step(1)
    else if (asked === 'smaller') step(-1)
    else if (asked === 'fit') setZoom(null)
  }
  return (
    <div className={classes['view']}>
      <div className={`tabular ${classes['bar'] ?? ''}`} role="group" aria-label={t('pdf.tools')}>
        <span aria-live="polite">{t('pdf.page', { page: current, of: pages.length })}</span>
        <ZoomButtons scale={scale} onStep={step} onFit={() => setZoom(null)} />
      </div>
      <div
        ref={ref}
        role="region"
        aria-label={label}
        tabIndex={0}
        className={classes['pages']}
        onKeyDown={onKeyDown}
        onScroll={() => setCurrent(pageInView(scroller.current))}
      >
        {pages.map((page) => (
          <PdfPage
            key={page.pageNumber}
            page={page}
            scale={scale * FULL_SIZE}
            label={t('pdf.page', { page: page.pageNumber, of: pages.length })}
          />
        ))}
      </div>
    </div>
  )
}

/** The page that covers the middle of the view, counted from 1. */
function pageInView(scroller: HTMLElement | null): number {
  if (!scroller) return 1
  const middle = scroller.scrollTop + scroller.clientHeight / 2
  const below = [...scroller.children].findIndex((page) => (page as HTMLElement).offsetTop > middle)
  return below === -1 ? scroller.children.length : Math.max(below, 1)
}

interface ZoomProps {
  readonly scale: number
  readonly onStep: (by: 1 | -1) => void
  readonly onFit: () => void
}

function ZoomButtons({ scale, onStep, onFit }: ZoomProps): React.JSX.Element {
  const { t } = useTranslation('report')
  return (
    <span className={classes['zoom']}>
      <ActionIcon variant="subtle" color="gray" aria-label={t('pdf.zoom-out')} onClick={() => onStep(-1)}>
        <IconZoomOut size={18} aria-hidden />
      </ActionIcon>
      <span className={classes['percent']}>{Math.round(scale * 100)} %</span>
      <ActionIcon variant="subtle" color="gray" aria-label={t('pdf.zoom-in')} onClick={() => onStep(1)}>
        <IconZoomIn size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label={t('pdf.fit')} onClick={onFit}>
        <IconArrowAutofitWidth size={18} aria-hidden />
      </ActionIcon>
    </span>
  )
}
