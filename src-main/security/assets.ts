import path from 'node:path'

export const APP_HOST = 'constat'
export const APP_ORIGIN = `app://${APP_HOST}`

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
}

/** The media type a file of the page is served with. */
export function typeOf(file: string): string {
  return TYPES[path.extname(file)] ?? 'application/octet-stream'
}

/** The file under `root` that a URL of the app's origin names, or null when it names none. */
export function resolveAsset(root: string, url: string): string | null {
  const { host, pathname } = new URL(url)
  const relative = decode(pathname)
  if (host !== APP_HOST || relative === null || relative.includes('\0')) return null
  const file = path.resolve(root, relative.replace(/^\/+/, '') || 'index.html')
  return file.startsWith(root + path.sep) ? file : null
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}
