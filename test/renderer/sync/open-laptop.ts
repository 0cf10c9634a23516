import { newId } from '#renderer/db/new-id.ts'
import { saveRecord } from '#renderer/db/records.ts'
import { addPackageKey } from '#renderer/db/store.ts'
import { keepScope } from '#renderer/db/sync-history.ts'
import { createPump, type Pump, type Timer } from '#renderer/sync/pump.ts'
import { MemoryCentral } from '#test/renderer/sync/memory-central.ts'
import { findingOf, inspectionOf, openTestStore, PACKAGE_KEY } from '#test/renderer/open-test-store.ts'

export interface Laptop {
  readonly central: MemoryCentral
  readonly pump: Pump
  readonly scope: string
  /** Waits that the pump asked for, in ms, newest last; the acts are never run by themselves. */
  readonly waits: number[]
}

/** A timer that notes what it is asked for and never runs it. */
export function notingTimer(): { readonly waits: number[]; readonly timer: Timer } {
  const waits: number[] = []
  const timer: Timer = (ms) => {
    waits.push(ms)
    return () => {}
  }
  return { waits, timer }
}

/** A laptop with one inspection on site, and a central store that has it. */
export async function openLaptop(): Promise<Laptop> {
  await openTestStore()
  const central = new MemoryCentral()
  const scope = newId()
  central.access.set(scope, 'write')
  central.foreign(scope, 'inspection', scope, { ...inspectionOf(scope, 'ON_SITE') })
  addPackageKey(scope, PACKAGE_KEY)
  await keepScope(scope, 'write')
  const { waits, timer } = notingTimer()
  const pump = createPump(central.ports(), timer, () => 0.5)
  const first = await pump.syncNow()
  if (first.lastFailure !== null) throw new Error(first.lastFailure.code)
  return { central, pump, scope, waits }
}

/** Records a finding and gives its id back. */
export async function addFinding({ scope }: Laptop, title: string, number = 1): Promise<string> {
  const id = newId()
  const saved = await saveRecord('finding', scope, id, { ...findingOf(id, scope, number), title })
  if (!saved.ok) throw new Error(saved.error.code)
  return id
}
