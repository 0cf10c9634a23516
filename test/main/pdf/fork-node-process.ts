import { fork } from 'node:child_process'
import path from 'node:path'
import type { ForkPdf } from '#main/pdf/pdf-worker-host.ts'

const WORKER = path.resolve('src-main/pdf/worker.ts')

/** The layout worker as a plain Node process: the same code as in Electron's utility process. */
export function forkNodeProcess(entry = WORKER): ForkPdf {
  return () => {
    const child = fork(entry, [], {
      execArgv: ['--import', 'tsx'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    return {
      send: (request) => void child.send(request),
      onAnswer: (listener) => void child.once('message', listener),
      onExit: (listener) => void child.once('exit', listener),
      kill: () => void child.kill(),
    }
  }
}
