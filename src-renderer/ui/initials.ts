/** `Amélie De Baert` → `AB`: first letters of the first and the last word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return ends.map((word) => (word ?? '').slice(0, 1).toUpperCase()).join('')
}
