/**
 * Preloaded into the app (`electron -r`): holds its `ready` back until Playwright is attached and says so. Otherwise a
 * window may navigate just while Playwright looks at it for the first time, and Playwright waits for ever for what it
 * missed. Playwright's own loader does the same, but switches off much of Chromium's own business on the way, which
 * the tests want to see.
 */
const { app } = require('electron')

const ready = app.whenReady()
const emit = app.emit.bind(app)
let details = []
let letGo = () => undefined
const held = new Promise((resolve) => (letGo = resolve))

app.whenReady = () => held
app.emit = (event, ...args) => {
  if (event !== 'ready') return emit(event, ...args)
  details = args
  return true
}

/** Called by Playwright once it is attached. */
globalThis.__playwright_run = async () => {
  await ready
  letGo()
  emit('ready', ...details)
}
