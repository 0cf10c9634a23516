import { App } from '#test/e2e/support/app.ts'
import { CentralStore } from '#test/e2e/support/central-store.ts'
import { INSPECTOR } from '#test/e2e/support/sample.ts'
import * as step from '#test/e2e/support/steps.ts'

/** A central store, and a laptop on which the inspection of a convention is in work. */
export interface Desk {
  readonly store: CentralStore
  readonly app: App
}

interface Options {
  /** The conventions that the store holds; without them those of the end-to-end tests. */
  readonly agreements?: readonly string[]
  /** Called once the package is on the laptop: what goes offline here was online until now. */
  readonly whenHere?: (desk: Desk) => Promise<void>
}

/** Enrols a laptop, takes a package along, opens its inspection and begins the visit. */
export async function openDesk(agreementNo: string, options: Options = {}): Promise<Desk> {
  const store = await CentralStore.create(options.agreements)
  const app = await App.create()
  await step.enrol(app.page, store.url, INSPECTOR)
  await step.download(app.page, agreementNo)
  await options.whenHere?.({ store, app })
  await step.open(app.page, agreementNo)
  await step.beginVisit(app.page)
  return { store, app }
}
