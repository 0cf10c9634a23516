/** Where the text of an error code stands: `listing.column-missing` → `listing:errors.column-missing`. */
export function errorKey(code: string): string {
  const at = code.indexOf('.')
  return at < 1 ? 'common:errors.unknown' : `${code.slice(0, at)}:errors.${code.slice(at + 1)}`
}
