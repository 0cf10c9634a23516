import type { PDFPageProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import type React from 'react'
import classes from '#renderer/ui/PdfView.module.css'

interface Props {
  readonly page: PDFPageProxy
  /** CSS pixels per point. */
  readonly scale: number
  readonly label: string
}

/** One page as a picture, drawn when it comes near the view and let go when it is far. */
export function PdfPage({ page, scale, label }: Props): React.JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { ref, near } = useNear()
  const { width, height } = page.getViewport({ scale })

  useEffect(() => {
    const target = canvas.current
    if (!near || !target) return undefined
    const viewport = page.getViewport({ scale: scale * window.devicePixelRatio })
    target.width = Math.floor(viewport.width)
    target.height = Math.floor(viewport.height)
    const canvasContext = target.getContext('2d')
    if (!canvasContext) return undefined
    const task = page.render({ canvasContext, viewport })
    // Refused only when it was cancelled: the page went out of view or changed its size.
    task.promise.catch(() => undefined)
    return () => {
      task.cancel()
      target.width = 0
      target.height = 0
    }
  }, [near, page, scale])

  return (
    <div ref={ref} role="img" aria-label={label} className={classes['page']} style={{ width, height }}>
      <canvas ref={canvas} />
    </div>
  )
}

/** Whether an element is in the view of the box it scrolls in, or at most one view away from it. */
function useNear() {
  const ref = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (!element) return undefined
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting === true), {
      root: element.parentElement,
      rootMargin: '100% 0%',
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { ref, near }
}
