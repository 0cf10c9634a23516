import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { canDrawIn } from '#domain/report/signs.ts'
import { layoutReport } from '#main/pdf/layout-report.ts'
import { startPdfWorker, type ForkPdf } from '#main/pdf/pdf-worker-host.ts'
import { forkNodeProcess } from '#test/main/pdf/fork-node-process.ts'
import { sampleReport } from '#test/main/report-sample.ts'

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('the layout process', () => {
  it('gives the bytes that the layout gives in this process', async () => {
    const outcome = await startPdfWorker(forkNodeProcess()).layout(sampleReport(), {}, null)
    const here = await layoutReport(sampleReport(), {}, { acknowledgement: null, signature: null })
    expect(outcome.ok && here.ok && hash(outcome.value.bytes) === hash(here.value.bytes)).toBe(true)
    expect(outcome.ok && outcome.value.pages).toBeGreaterThan(10)
  })

  it('says what the fonts can draw, as they say themselves', async () => {
    const ranges = await startPdfWorker(forkNodeProcess()).glyphs()
    if (!ranges.ok) throw new Error(ranges.error.code)
    const canDraw = canDrawIn(ranges.value)
    expect(Array.from('Aé€’«»□ ', (sign) => canDraw(sign.codePointAt(0)!))).toEqual(Array(8).fill(true))
    expect(Array.from('東👍م', (sign) => canDraw(sign.codePointAt(0)!))).toEqual(Array(3).fill(false))
  })

  it('answers a failure without the words of the report', async () => {
    const broken = { ...sampleReport(), sections: null as never }
    const outcome = await startPdfWorker(forkNodeProcess()).layout(broken, {}, null)
    expect(outcome).toEqual({ ok: false, error: { code: 'pdf.layout-failed' } })
  })

  it('tells of a process that dies', async () => {
    const outcome = await startPdfWorker(forkNodeProcess('does-not-exist.ts')).layout(
      sampleReport(),
      {},
      null,
    )
    expect(outcome).toEqual({ ok: false, error: { code: 'pdf.worker-crashed' } })
  })

  it('ends a process that never answers', async () => {
    let killed = 0
    const silent: ForkPdf = () => ({
      ...{ send: () => undefined, onAnswer: () => undefined, onExit: () => undefined },
      kill: () => {
        killed++
      },
    })
    const outcome = await startPdfWorker(silent, 50).layout(sampleReport(), {}, null)
    expect(outcome).toEqual({ ok: false, error: { code: 'pdf.timed-out', details: { seconds: 0.05 } } })
    expect(killed).toBe(1)
  })
})
