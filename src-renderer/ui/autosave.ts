import type { Result } from '#domain/result.ts'

type Save = (text: string) => Promise<Result<null>>

/** A keystroke is on disk at most this long after it, and at once on blur (R1 of the field requirements). */
export const AUTOSAVE_DELAY_MS = 400

const holding = new Set<Autosave>()

/**
 * Saves what is typed into one field: after a pause, on `flush`, one save at a time and in order.
 * A save that fails keeps its text as unsaved, so that the next flush tries again.
 */
export class Autosave {
  readonly #delay: number
  #waiting: { readonly text: string; readonly save: Save } | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | null = null

  constructor(delay = AUTOSAVE_DELAY_MS) {
    this.#delay = delay
  }

  /** True while something typed is not known to be on disk. */
  get unsaved(): boolean {
    return this.#waiting !== null || this.#running !== null
  }

  /** Takes the newest text. `save` belongs to the record shown now, so a later record never gets this text. */
  type(text: string, save: Save): void {
    this.#waiting = { text, save }
    holding.add(this)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), this.#delay)
  }

  /** Saves what waits, now; resolves when all that was typed before is on disk or was refused. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    while (this.#running) await this.#running
    if (!this.#waiting) return
    this.#running = this.#run(this.#waiting).finally(() => (this.#running = null))
    await this.#running
    if (!this.unsaved) holding.delete(this)
  }

  async #run(job: { readonly text: string; readonly save: Save }): Promise<void> {
    const saved = await job.save(job.text)
    if (saved.ok && this.#waiting === job) this.#waiting = null
  }
}

/** Saves every field that holds something; before the store is closed. */
export async function flushAllFields(): Promise<void> {
  await Promise.all([...holding].map((field) => field.flush()))
}
