/** Puts text on the clipboard by the event of copying: the clipboard itself is closed to every page (`lock-down.ts`). */
export function copyText(text: string): void {
  const put = (event: ClipboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/plain', text)
  }
  document.addEventListener('copy', put, { once: true, capture: true })
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way that asks for no permission
  document.execCommand('copy')
  document.removeEventListener('copy', put, { capture: true })
}
