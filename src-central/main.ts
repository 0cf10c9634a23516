import type { AddressInfo } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { CentralDeps } from '#central/app-types.ts'
import { describeSettings, readSettings } from '#central/config.ts'
import { FolderInUse } from '#central/db/folder-lock.ts'
import { describeAccounts, describeLoad } from '#central/import/describe-load.ts'
import { loadNetwork } from '#central/import/load-network.ts'
import { NetworkProblem, readAccounts, type NetworkAccount } from '#central/import/network-files.ts'
import { openCentral, type Central } from '#central/open-central.ts'
import { findAccountByEmail } from '#central/repositories/accounts.ts'

/** Conventions between two lines of progress. */
const PROGRESS_STEP = 10

/** Starts the central store; ends with exit code 1 and one clear line when it can't. */
async function main(args: readonly string[]): Promise<void> {
  const { help, sample } = readArguments(args)
  if (help) {
    console.log(describeSettings())
    return
  }
  const settings = readSettings(process.env)
  if (!settings.ok) throw new StartProblem(`The setting ${settings.error.details?.['name']} makes no sense.`)
  const central = await openCentral(settings.value)
  const stopping = stopWhenTold(central)
  try {
    if (sample !== undefined) await loadSample(central, sample, stopping)
    stopping.throwIfAborted()
    await central.app.listen({ host: settings.value.host, port: settings.value.port })
  } catch (problem) {
    await central.close()
    throw problem
  }
  announce(central)
}

/** What the command line asks for; an option that is not known, or without its value, is a problem to tell. */
function readArguments(args: readonly string[]): { help: boolean; sample?: string | undefined } {
  try {
    const options = { help: { type: 'boolean', default: false }, sample: { type: 'string' } } as const
    return parseArgs({ args: [...args], options }).values
  } catch (problem) {
    throw new StartProblem(`${(problem as Error).message}\nSee: npm run central -- --help`)
  }
}

/** Fills an empty store; the accounts are told each time, as far as the store has them. */
async function loadSample({ deps }: Central, folder: string, stopping: AbortSignal): Promise<void> {
  const report = await loadNetwork(deps, folder, async (done, of) => {
    await setImmediate() // a signal is heard between two turns only
    stopping.throwIfAborted()
    if (done === 1 || done % PROGRESS_STEP === 0 || done === of)
      console.log(`Loading conventions: ${done} of ${of}`)
  })
  if (report) console.log(describeLoad(report))
  else {
    console.log('The store is not empty: nothing was loaded.\n')
    console.log(describeAccounts(await accountsThere(deps, folder)))
  }
}

async function accountsThere({ db }: CentralDeps, folder: string): Promise<NetworkAccount[]> {
  const all = readAccounts(folder)
  const found = await Promise.all(all.map(({ email }) => findAccountByEmail(db, email)))
  return all.filter((_, index) => found[index] !== undefined)
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

/** Ends on a signal, and with the process that started it where there is a channel to it; a load ends half way. */
function stopWhenTold(central: Central): AbortSignal {
  const stopping = new AbortController()
  const stop = (): void => {
    stopping.abort(new StartProblem('Stopped before it was ready.'))
    if (central.app.server.listening) void central.close().then(() => process.exit(0), fail)
  }
  process.once('SIGINT', stop).once('SIGTERM', stop).once('disconnect', stop)
  return stopping.signal
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
