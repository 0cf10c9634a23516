import { checkListing, type Answer } from '#scripts/check-listing/command.ts'
import { printRefusal } from '#scripts/check-listing/print.ts'

/** A bug is told like a refusal, so that whoever reads the JSON always finds one. */
function tellBug(problem: unknown): Answer {
  const details = { problem: problem instanceof Error ? problem.name : 'unknown' }
  return { exit: 2, out: JSON.stringify(printRefusal({ code: 'check.stopped', details }, 'fr'), null, 2) }
}

const { exit, out, error } = await checkListing(process.argv.slice(2)).catch(tellBug)
if (out !== undefined) console.log(out)
if (error !== undefined) console.error(error)
process.exitCode = exit
