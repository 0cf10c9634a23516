/** The identifiers of a list as files write it: separated by `|` or a line break (`domain.md` §C.0). */
export const splitIds = (list: string): string[] =>
  list
    .split(/[|\r\n]/)
    .map((id) => id.trim())
    .filter((id) => id !== '')
