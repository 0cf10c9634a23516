const stepsOf = (path: string): string[] => (path === '' ? [] : path.split('/'))

/** What stands at a place below a value; undefined when nothing does. */
export const valueAt = (value: unknown, path: string): unknown =>
  stepsOf(path).reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined),
    value,
  )

/** Puts a value at a place below a record, making the records on the way. */
export function putAt(record: Record<string, unknown>, path: string, value: unknown): void {
  const steps = stepsOf(path)
  const last = steps.pop()
  if (last === undefined) throw new RangeError('a place has a name')
  let at = record
  for (const step of steps) {
    at[step] ??= {}
    at = at[step] as Record<string, unknown>
  }
  at[last] = value
}
