import path from 'node:path'

const LONGEST = 120
/** What Windows, a shell or a reader takes for something else: separators, wildcards, controls, text direction. */
const UNSAFE = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** A suggested name that means the same file on every system, in the folder the user chooses; never empty. */
export function safeFileName(suggested: string): string {
  const clean = suggested.normalize('NFC').replace(UNSAFE, '-').replace(/\s+/g, ' ')
  const { name, ext } = path.parse(clean.replace(/^[\s.-]+|[\s.]+$/g, ''))
  const stem = shorten(name, LONGEST - ext.length).trim() || 'constat'
  return `${DEVICE.test(stem) ? `${stem}-` : stem}${ext}`
}

function shorten(text: string, length: number): string {
  return Array.from(text).slice(0, Math.max(1, length)).join('')
}
