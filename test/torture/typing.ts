import { expect, type Locator } from '@playwright/test'
import { once } from 'node:events'
import os from 'node:os'
import { chanceFrom, type Chance } from '#scripts/sample/chance.ts'
import { openDesk, type Desk } from '#test/e2e/support/desk.ts'
import type { App } from '#test/e2e/support/app.ts'
import { AGREEMENT } from '#test/e2e/support/sample.ts'
import * as step from '#test/e2e/support/steps.ts'
import { PATIENCE_MS, TYPED_FIELDS, type TypedField } from '#test/torture/typing-fields.ts'
import { seenTyping, watchTyping, type Watched } from '#test/torture/typing-watch.ts'

export const MOMENTS = ['close', 'quit', 'kill', 'lock', 'sleep'] as const
export type Moment = (typeof MOMENTS)[number]

/** The promise: no more than the last second of what was typed is ever missing, and nothing where the app is asked. */
const LIMIT_MS = 1000

/** How one moment ended. */
export interface Outcome {
  readonly moment: Moment
  readonly field: string
  readonly typed: number
  /** Age of the oldest key that is missing, by the page's own clock; 0 when none is. */
  readonly lossMs: number
  readonly longestStop: number
  readonly faults: readonly string[]
}

/** A desk with one finding, ready to be tortured. */
export async function openTypingDesk(): Promise<Desk> {
  const desk = await openDesk(AGREEMENT)
  await step.tab(desk.app.page, 'Constats').click()
  await desk.app.page.getByRole('button', { name: 'Nouveau constat' }).first().click()
  await step.saved(desk.app.page)
  return desk
}

/** `npm run torture -- typing`: figures of each moment, then of all; false when a promise was broken. */
export async function tortureTyping(moments: number, seed: number): Promise<boolean> {
  console.log(`typing: ${moments} moments, seed ${seed}, Electron in ${os.cpus().length} cores`)
  const chance = chanceFrom(seed)
  const desk = await openTypingDesk()
  const outcomes: Outcome[] = []
  try {
    for (let at = 1; at <= moments; at++) {
      const outcome = await tortureOnce(desk.app, chance, chance.pick(MOMENTS))
      outcomes.push(outcome)
      console.log(`${at}/${moments} ${lineOf(outcome)}`)
    }
  } finally {
    report(outcomes, seed)
    await desk.app.remove()
    await desk.store.remove()
  }
  return outcomes.every(({ faults }) => faults.length === 0)
}

/** Types into a field, lets the moment come in the middle of it, and looks at what is there afterwards. */
export async function tortureOnce(app: App, chance: Chance, moment: Moment): Promise<Outcome> {
  const field = chance.pick(TYPED_FIELDS)
  const input = await field.reach(app.page)
  await empty(app, input)
  await watchTyping(app.page)
  await typeAtRandom(app, chance, field)
  const seen = await seenTyping(app.page)
  await COMES[moment](app)
  await step.unlock(app.page)
  await openAgain(app)
  const shown = await (await field.reach(app.page)).inputValue()
  return judge(moment, field, seen, shown)
}

async function empty({ page }: App, input: Locator): Promise<void> {
  await input.click()
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Delete')
  // an amount that is none, left beside it by a moment before, is still in sight and told
  const rest = /^(Enregistré|Rien|Non enregistré : Ce texte n’est pas un montant)/
  await expect(page.locator('main [role=status].tabular')).toHaveText(rest, { timeout: PATIENCE_MS })
}

/** Keys as people type them: in runs, with a hesitation now and then. */
async function typeAtRandom({ page }: App, chance: Chance, { keys }: TypedField): Promise<void> {
  const count = chance.int(3, 60)
  for (let at = 0; at < count; at++) {
    await page.keyboard.type(chance.pick(keys))
    await page.waitForTimeout(chance.happens(8) ? chance.int(300, 900) : chance.int(15, 120))
  }
  await page.keyboard.type(chance.pick(keys))
}

const COMES: Readonly<Record<Moment, (app: App) => Promise<unknown>>> = {
  close: (app) =>
    restarted(app, () => app.main.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())),
  quit: (app) => restarted(app, () => app.main.evaluate(({ app: electron }) => electron.quit())),
  kill: async (app) => {
    await app.kill()
    await app.start()
  },
  lock: ({ page }) => step.lock(page),
  sleep: async ({ main, page }) => {
    const afresh = page.waitForEvent('load')
    await main.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'))
    await afresh
  },
}

async function restarted(app: App, end: () => Promise<unknown>): Promise<void> {
  const ended = once(app.main.process(), 'exit')
  // The answer goes down with the app.
  void end().catch(() => undefined)
  await ended
  await app.start()
}

async function openAgain({ page }: App): Promise<void> {
  const work = page.getByRole('heading', { level: 1, name: /^Inspection du/ })
  const line = step.lineOf(page, AGREEMENT)
  await expect(work.or(line).first()).toBeVisible({ timeout: PATIENCE_MS })
  if (!(await work.isVisible())) await step.open(page, AGREEMENT)
}

/** Sets what the field shows afterwards against every text that stood in it. */
export function judge(moment: Moment, field: TypedField, seen: Watched, shown: string): Outcome {
  const texts = ['', ...seen.keys.map(({ text }) => text)]
  const placeOf = (text: string) => texts.findLastIndex((one) => field.shows(one).includes(text))
  const kept = placeOf(shown)
  const missing = seen.keys[kept]
  const lossMs = kept < 0 ? seen.now : missing ? seen.now - missing.at : 0
  const promised = seen.calledSaved === null ? -1 : placeOf(seen.calledSaved.text)
  const faults = [
    ...(kept < 0 ? [`shows ${JSON.stringify(shown)}, which never stood there`] : []),
    ...(moment === 'kill' && lossMs > LIMIT_MS ? [`${Math.round(lossMs)} ms are missing`] : []),
    ...(moment !== 'kill' && lossMs > 0 ? [`${texts.length - 1 - kept} keys are missing`] : []),
    ...(promised > kept ? ['the footer called saved what is not there'] : []),
    ...seen.lies.map((said) => `the footer said “${said}” right after a key`),
  ]
  const { longestStop } = seen
  return { moment, field: field.name, typed: seen.keys.length, lossMs, longestStop, faults }
}

const lineOf = ({ moment, field, typed, lossMs, longestStop, faults }: Outcome): string =>
  [
    `${moment.padEnd(5)} ${field}: ${typed} keys, ${Math.round(lossMs)} ms missing`,
    `longest stop ${Math.round(longestStop)} ms${faults.length ? ` FAULT ${faults.join('; ')}` : ''}`,
  ].join(', ')

function report(outcomes: readonly Outcome[], seed: number): void {
  const worst = (of: readonly Outcome[], what: 'lossMs' | 'longestStop') =>
    Math.round(Math.max(0, ...of.map((one) => one[what])))
  console.log('\n| moment | times | keys | worst missing (ms) | longest stop (ms) | faults |')
  console.log('| ------ | ----: | ---: | -----------------: | ----------------: | -----: |')
  for (const moment of MOMENTS) {
    const of = outcomes.filter((one) => one.moment === moment)
    const sum = (what: (one: Outcome) => number) => of.reduce((total, one) => total + what(one), 0)
    const figures = [sum(({ typed }) => typed), worst(of, 'lossMs'), worst(of, 'longestStop')]
    console.log(
      `| ${moment} | ${of.length} | ${figures.join(' | ')} | ${sum(({ faults }) => faults.length)} |`,
    )
  }
  const fields = new Set(outcomes.map(({ field }) => field))
  const faults = outcomes.flatMap((one) => one.faults)
  console.log(`\nseed ${seed}: ${outcomes.length} moments in ${fields.size} fields, ${faults.length} faults`)
}
