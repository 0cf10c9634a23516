import type { AppError, Result } from '#domain/result.ts'
import { noteFields } from '#renderer/ui/save-status.ts'

/** How a save ended; a text that was refused may still be kept, as a draft. */
export type Saved = Result<null> & { readonly kept?: boolean }
/** Writes one text, the one it was made for. */
type Save = () => Promise<Saved>

/** A pause after which what was typed is written. */
export const PAUSE_MS = 400
/** Without a pause: this long after the first key that is not on disk, so that a slow disk has time within the second. */
export const LONGEST_WAIT_MS = 600

interface Job {
  readonly save: Save
  /** Why it was refused; null while nobody knows. */
  readonly refused: AppError | null
  readonly kept: boolean
}

/** The fields whose newest text is not known to be recorded. */
const holding = new Set<Autosave>()

/**
 * Saves what is typed into one field: after a pause, at the latest after the longest wait, at once on `flush`; one save
 * at a time and in order. A text that is refused stays unsaved, so that the next flush tries again.
 */
export class Autosave {
  #job: Job | null = null
  #pause: ReturnType<typeof setTimeout> | undefined
  #longest: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | null = null

  /** True while something typed is not known to be recorded. */
  get unsaved(): boolean {
    return this.#job !== null || this.#running !== null
  }

  /** Why the newest text was refused; null while it was not. */
  get refused(): AppError | null {
    return this.#job?.refused ?? null
  }

  /** True while the end of the page would take something along. */
  get atStake(): boolean {
    return this.#running !== null || this.#job?.kept === false
  }

  /** Takes the newest text, as what saves it: into the record shown now, so that a later one never gets this text. */
  type(save: Save): void {
    this.#hold({ save, refused: null, kept: false })
    clearTimeout(this.#pause)
    this.#pause = setTimeout(() => void this.flush(), PAUSE_MS)
    this.#longest ??= setTimeout(() => void this.flush(), LONGEST_WAIT_MS)
  }

  /** Saves what waits, now; resolves when all that was typed before is on disk or was refused. */
  async flush(): Promise<void> {
    this.#stopWaiting()
    while (this.#running) await this.#running
    if (!this.#job) return
    this.#running = this.#run(this.#job).finally(() => {
      this.#running = null
      this.#hold(this.#job)
    })
    await this.#running
  }

  /** The field leaves the screen: what was refused but kept waits for it as a draft, and is no news any more. */
  async leave(): Promise<void> {
    await this.flush()
    if (this.#job?.kept) this.#hold(null)
  }

  async #run(job: Job): Promise<void> {
    const saved = await job.save()
    if (this.#job !== job) return
    this.#job = saved.ok ? null : { ...job, refused: saved.error, kept: saved.kept ?? false }
  }

  #hold(job: Job | null): void {
    this.#job = job
    if (this.unsaved) holding.add(this)
    else holding.delete(this)
    const refused = [...holding].flatMap((field) => field.refused ?? [])
    noteFields({ typing: holding.size > refused.length, refused: refused[0] ?? null })
  }

  #stopWaiting(): void {
    clearTimeout(this.#pause)
    clearTimeout(this.#longest)
    this.#longest = undefined
  }
}

/** Saves every field that holds something. */
export async function flushAllFields(): Promise<void> {
  await Promise.allSettled([...holding].map((field) => field.flush()))
}

/** The fields whose text would be lost with the page, by why it could not be saved. */
export const fieldsAtStake = (): (AppError | null)[] =>
  [...holding].filter(({ atStake }) => atStake).map(({ refused }) => refused)
