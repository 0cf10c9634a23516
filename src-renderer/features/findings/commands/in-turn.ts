/** Acts on findings are done one after the other: no two get the same number, none works on rows as they were before. */
let last: Promise<unknown> = Promise.resolve()

/** Does `act` when all before it have ended. */
export function inTurn<T>(act: () => Promise<T>): Promise<T> {
  const acting = last.then(act)
  last = acting.catch(() => undefined)
  return acting
}
