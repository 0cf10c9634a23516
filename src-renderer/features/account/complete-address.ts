/** `central.office.be` → `https://central.office.be`; without the last slash. */
export function completeAddress(typed: string): string {
  const bare = typed.trim().replace(/\/+$/, '')
  if (/^https?:\/\//i.test(bare)) return bare
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(bare) ? `http://${bare}` : `https://${bare}`
}
