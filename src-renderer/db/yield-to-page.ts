const LONGEST_MS = 12
let since = 0

/** Gives the thread back to the page when it was held for a frame: a click or a key comes first. */
export async function yieldToPage(): Promise<void> {
  if (performance.now() - since < LONGEST_MS) return
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
  since = performance.now()
}
