export type OneAtATime = <T>(work: () => Promise<T>) => Promise<T>

/** A queue of one: each work starts when the one before has ended, well or badly. */
export function makeOneAtATime(): OneAtATime {
  let last: Promise<unknown> = Promise.resolve()
  return async (work) => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return await mine
  }
}
