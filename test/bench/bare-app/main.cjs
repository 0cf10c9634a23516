// The baseline of the cold start: the least that shows a window with a word in it.
const { app, BrowserWindow } = require('electron')
const path = require('node:path')

app.setPath('userData', process.env.CONSTAT_USER_DATA)
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800 })
  return window.loadFile(path.join(__dirname, 'index.html'))
})
app.on('window-all-closed', () => app.quit())
