import { CentralStore, TEMPLATE } from '#test/e2e/support/central-store.ts'
import { AGREEMENTS } from '#test/e2e/support/sample.ts'

/** Loads the central store that every test gets a copy of; it goes when the run ends. */
export default async function globalSetup(): Promise<void> {
  process.env[TEMPLATE] = await CentralStore.load(AGREEMENTS)
}
