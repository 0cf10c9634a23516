import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { build } from 'vite'
import type { Answer } from '#domain/inspection/inspection.ts'
import type { ForkPdf } from '#main/pdf/pdf-worker-host.ts'
import type { LayoutRequest } from '#main/pdf/layout-request.ts'
import { startPdfWorker } from '#main/pdf/pdf-worker-host.ts'
import { signReport } from '#main/pdf/sign-report.ts'
import { median, type Measure } from '#test/bench/measure.ts'
import { APP, ROOT } from '#test/bench/places.ts'
import { answers, sampleReport } from '#test/main/report-sample.ts'
import { signedByHand } from '#test/main/signing/signed-sample.ts'
import { openTestAuthority, SIGNED_AT } from '#test/main/signing/test-authority.ts'

const ROUNDS = 9
const PAGES = 12
/** The sample's whole grid with every point met: twelve pages. */
const met = answers.map((answer): Answer => ({ ...answer, value: 'YES', comment: '' }))
const TWELVE_PAGES = { answers: met, findings: [], evidence: [] }
const BARE = path.join(ROOT, '.constat/bench/bare-report.mjs')

/** The bare program, built as the app's own layout worker is. */
async function buildBare(): Promise<void> {
  await build({
    ...{ root: ROOT, configFile: false, logLevel: 'warn' },
    ssr: { noExternal: true, external: ['pdfmake'] },
    build: {
      ...{ ssr: 'test/bench/bare-report.ts', outDir: path.dirname(BARE), target: 'node20.18', minify: 'oxc' },
      rolldownOptions: { output: { entryFileNames: path.basename(BARE) } },
    },
  })
}

/** A new process of Electron's Node, as both sides start one. */
const start = (executable: string, entry: string): ChildProcess =>
  fork(entry, [], {
    ...{ execPath: executable, execArgv: [], serialization: 'advanced' },
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })

const forkWorker = (executable: string): ForkPdf => {
  return () => {
    const child = start(executable, path.join(APP, 'out/main/pdf-worker.js'))
    return {
      send: (request) => void child.send(request),
      onAnswer: (listener) => void child.once('message', listener),
      onExit: (listener) => void child.once('exit', listener),
      kill: () => void child.kill(),
    }
  }
}

async function renderBare(executable: string, request: LayoutRequest): Promise<void> {
  const child = start(executable, BARE)
  await new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', () => reject(new Error('bare pdfmake ended without a document')))
    child.send(request)
  })
  child.removeAllListeners().kill()
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** A report of twelve pages laid out and signed, against bare pdfmake: by turns, each in a new process. */
export async function benchReport(executable: string): Promise<Measure[]> {
  await buildBare()
  const model = sampleReport(TWELVE_PAGES)
  const images = {}
  const key = await (await openTestAuthority()).issue(model.inspector)
  const pdf = startPdfWorker(forkWorker(executable))
  const sign = async () => {
    const wish = { model, images, acknowledgement: signedByHand, signedAt: SIGNED_AT }
    const signed = await signReport(pdf, key, wish)
    if (!signed.ok) throw new Error(signed.error.code)
    if (signed.value.pages !== PAGES) throw new Error(`${signed.value.pages} pages`)
  }
  const bare: number[] = []
  const own: number[] = []
  const request = { model, images, acknowledgement: signedByHand, signature: null }
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(await timed(() => renderBare(executable, request)))
    own.push(await timed(sign))
  }
  const name = 'report of 12 pages, laid out and signed'
  return [{ name, value: median(own), unit: 'ms', baseline: median(bare), bound: 1.3 }]
}
