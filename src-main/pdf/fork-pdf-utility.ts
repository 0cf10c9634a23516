import { utilityProcess } from 'electron'
import type { ForkPdf } from '#main/pdf/pdf-worker-host.ts'

/**
 * Starts the layout in an Electron utility process: no window, no keys; its output is thrown away, because a
 * message of the layout library may quote the report.
 * @param entry the built worker, `pdf-worker.js` beside `main.js`
 */
export function forkPdfUtility(entry: string): ForkPdf {
  return () => {
    const child = utilityProcess.fork(entry, [], { serviceName: 'Constat PDF', stdio: 'ignore' })
    return {
      send: (request) => child.postMessage(request),
      onAnswer: (listener) => void child.once('message', listener),
      onExit: (listener) => void child.once('exit', listener),
      kill: () => void child.kill(),
    }
  }
}
