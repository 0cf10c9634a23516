import { useEffect, useState } from 'react'
import { canDrawIn, type CanDraw } from '#domain/report/signs.ts'
import { bridge } from '#renderer/platform/bridge.ts'

let asked: Promise<CanDraw> | null = null

/** Without an answer nothing is known to be missing: main looks at names again before it signs. */
async function ask(): Promise<CanDraw> {
  const answer = await bridge.invoke('report:glyphs', null)
  if (answer.ok) return canDrawIn(answer.value.ranges)
  asked = null
  return () => true
}

/** What the fonts of a report can draw, as they say themselves; null until it is known. Asked once a start. */
export function useCanDraw(): CanDraw | null {
  const [canDraw, setCanDraw] = useState<CanDraw | null>(null)
  useEffect(() => {
    let left = false
    void (asked ??= ask()).then((known) => {
      if (!left) setCanDraw(() => known)
    })
    return () => {
      left = true
    }
  }, [])
  return canDraw
}
