import { net, protocol } from 'electron'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { resolveAsset, typeOf } from '#main/security/assets.ts'
import { contentPolicy } from '#main/security/content-policy.ts'

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true, stream: true }
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }])
}

/**
 * Serves `app://constat` from a folder, or from the Vite server while developing, so that the page's origin and
 * with it its database are always the same.
 */
export function handleAppScheme(root: string, devServer: string | undefined): void {
  protocol.handle('app', async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 })
    const nonce = randomBytes(16).toString('base64')
    const headers = securityHeaders(nonce, devServer)
    const file = resolveAsset(root, request.url)
    if (!file) return new Response(null, { status: 404, headers })
    return devServer ? forward(devServer, request.url, headers) : serve(file, nonce, headers)
  })
}

function securityHeaders(nonce: string, devServer: string | undefined): Headers {
  return new Headers({
    'Content-Security-Policy': contentPolicy(nonce, devServer),
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
  })
}

async function serve(file: string, nonce: string, headers: Headers): Promise<Response> {
  const body = await readFile(file).catch(() => null)
  if (!body) return new Response(null, { status: 404, headers })
  headers.set('Content-Type', typeOf(file))
  if (path.extname(file) !== '.html') return new Response(new Uint8Array(body), { headers })
  const meta = `<head><meta property="csp-nonce" nonce="${nonce}">`
  return new Response(body.toString('utf8').replace('<head>', meta), { headers })
}

/** The request's own headers stay behind: a 304 with a body ends in ERR_UNEXPECTED. */
async function forward(devServer: string, url: string, headers: Headers): Promise<Response> {
  const { pathname, search } = new URL(url)
  const upstream = await net.fetch(devServer + pathname + search, { bypassCustomProtocolHandlers: true })
  headers.set('Content-Type', upstream.headers.get('content-type') ?? 'application/octet-stream')
  headers.set('Cache-Control', 'no-store')
  return new Response(upstream.body, { status: upstream.status, headers })
}
