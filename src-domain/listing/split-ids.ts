/** The identifiers of a list as files write it: separated by `|` or a line break (`docs/domain/files.md`). */
export const splitIds = (list: string): string[] =>
  list
    .split(/[|\r\n]/)
    .map((id) => id.trim())
    .filter((id) => id !== '')
