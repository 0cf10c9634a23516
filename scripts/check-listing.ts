import { once } from 'node:events'
import { checkListing, type Answer } from '#scripts/check-listing/command.ts'
import { printJson } from '#scripts/check-listing/print-json.ts'
import { printRefusal } from '#scripts/check-listing/print.ts'

/** A bug is told like a refusal, so that whoever reads the JSON always finds one. */
function tellBug(problem: unknown): Answer {
  const details = { problem: problem instanceof Error ? problem.name : 'unknown' }
  return { exit: 2, out: printJson({ ...printRefusal({ code: 'check.stopped', details }, 'fr') }) }
}

const { exit, out, error } = await checkListing(process.argv.slice(2)).catch(tellBug)
for (const piece of out) if (!process.stdout.write(piece)) await once(process.stdout, 'drain')
if (error !== undefined) console.error(error)
process.exitCode = exit
