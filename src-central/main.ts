import type { AddressInfo } from 'node:net'
import { describeSettings, readSettings } from '#central/config.ts'
import { FolderInUse } from '#central/db/folder-lock.ts'
import { describeLoad } from '#central/import/describe-load.ts'
import { loadNetwork } from '#central/import/load-network.ts'
import { NetworkProblem } from '#central/import/network-files.ts'
import { openCentral, type Central } from '#central/open-central.ts'

/** Conventions between two lines of progress. */
const PROGRESS_STEP = 20

/** Starts the central store; ends with exit code 1 and one clear line when it can't. */
async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) {
    console.log(describeSettings())
    return
  }
  const settings = readSettings(process.env)
  if (!settings.ok) throw new StartProblem(`The setting ${settings.error.details?.['name']} makes no sense.`)
  const central = await openCentral(settings.value)
  stopOnSignal(central)
  try {
    await loadSample(central, args)
    await central.app.listen({ host: settings.value.host, port: settings.value.port })
  } catch (problem) {
    await central.close()
    throw problem
  }
  announce(central)
}

/** `--sample FOLDER` fills an empty store. */
async function loadSample(central: Central, args: readonly string[]): Promise<void> {
  const at = args.indexOf('--sample')
  if (at < 0) return
  const folder = args[at + 1]
  if (folder === undefined) throw new StartProblem('--sample needs a folder.')
  const report = await loadNetwork(central.deps, folder, (done, of) => {
    if (done % PROGRESS_STEP === 0 || done === of) console.log(`Loading conventions: ${done} of ${of}`)
  })
  console.log(report ? describeLoad(report) : 'The store is not empty: nothing was loaded.')
}

/** A problem that is the user's to solve: told in one line, without a stack. */
class StartProblem extends Error {}

function announce(central: Central): void {
  const { settings } = central.deps
  const { port } = central.app.server.address() as AddressInfo
  if (settings.databaseUrl === undefined) {
    console.log('DEMO OR PILOT: embedded database. Set DATABASE_URL to a PostgreSQL server for real work.')
  }
  console.log(`Data: ${settings.dataFolder}`)
  console.log(`Constat central store: http://${settings.host}:${port}  (API: /docs)`)
}

function stopOnSignal(central: Central): void {
  const stop = (): void => {
    void central.close().then(
      () => process.exit(0),
      (problem: unknown) => fail(problem),
    )
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
}

function fail(problem: unknown): void {
  const { code, message } = problem as NodeJS.ErrnoException
  const plain =
    problem instanceof StartProblem || problem instanceof FolderInUse || problem instanceof NetworkProblem
  if (code === 'EADDRINUSE') console.error('The port is in use. Choose another one with CONSTAT_PORT.')
  else if (plain) console.error(message)
  else console.error('The central store could not start:', problem)
  process.exit(1)
}

main(process.argv.slice(2)).catch(fail)
