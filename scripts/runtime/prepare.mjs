/** Makes the unpacked runtime behave like an official one: its fuses, and the app that `electron PATH` starts. */
import fs from 'node:fs'
import path from 'node:path'
import { fail } from './common.mjs'

/** Fuses of an official release that differ from Cypress's build: index in the wire → state. */
const FUSES = {
  3: '1' /* EnableNodeCliInspectArguments */,
  6: '0' /* LoadBrowserProcessSpecificV8Snapshot */,
}
const FUSE_SENTINEL = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')

function findFuseWire(fd) {
  const chunk = Buffer.alloc(8 << 20)
  for (let at = 0; ; at += chunk.length - FUSE_SENTINEL.length) {
    const read = fs.readSync(fd, chunk, 0, chunk.length, at)
    const hit = chunk.subarray(0, read).indexOf(FUSE_SENTINEL)
    if (hit >= 0) return at + hit + FUSE_SENTINEL.length
    if (read < chunk.length) fail('No fuse wire in the Electron executable.')
  }
}

/** The fuse wire is a row of ASCII states after a sentinel: version, length, then one byte each. */
export function setFuses(executable) {
  const fd = fs.openSync(executable, 'r+')
  try {
    const wire = findFuseWire(fd)
    const head = Buffer.alloc(2)
    fs.readSync(fd, head, 0, 2, wire)
    if (head[0] !== 1) fail(`Unknown fuse wire version ${head[0]}.`)
    for (const [index, state] of Object.entries(FUSES)) {
      if (Number(index) >= head[1]) fail(`Fuse ${index} is missing.`)
      fs.writeSync(fd, Buffer.from(state), 0, 1, wire + 2 + Number(index))
    }
  } finally {
    fs.closeSync(fd)
  }
}

/** `electron <app>` lives in an app of its own, which Cypress's build replaced. Packagers read it as a real archive. */
export function writeDefaultApp(resources) {
  const manifest = JSON.stringify({
    name: 'electron',
    productName: 'Electron',
    type: 'module',
    main: 'main.js',
  })
  const files = {
    'package.json': manifest,
    'main.js': fs.readFileSync(new URL('default-app.js', import.meta.url)),
  }
  fs.mkdirSync(resources, { recursive: true })
  fs.writeFileSync(path.join(resources, 'default_app.asar'), asar(files))
}

/** asar: two length-prefixed Chromium pickles (the header's size, the header as JSON), then the files. */
function asar(contents) {
  const files = {}
  const bodies = []
  let offset = 0
  for (const [name, content] of Object.entries(contents)) {
    const body = Buffer.from(content)
    files[name] = { size: body.length, offset: String(offset) }
    bodies.push(body)
    offset += body.length
  }
  const json = Buffer.from(JSON.stringify({ files }))
  const padded = Math.ceil(json.length / 4) * 4
  const head = Buffer.alloc(16 + padded)
  for (const [at, value] of [4, 8 + padded, 4 + padded, json.length].entries())
    head.writeUInt32LE(value, at * 4)
  json.copy(head, 16)
  return Buffer.concat([head, ...bodies])
}
