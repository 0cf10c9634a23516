import { err, ok, type Result } from '#domain/result.ts'

/**
 * The address of a central store, brought to one form without a closing slash.
 * Errors: `central.bad-address`; `central.insecure-address` for plain HTTP to another computer.
 */
export function serverAddress(text: string): Result<string> {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null
  if (!url || !isWeb(url) || url.username || url.search || url.hash) return err('central.bad-address')
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return err('central.insecure-address')
  return ok(url.href.replace(/\/+$/, ''))
}

const isWeb = (url: URL): boolean => url.protocol === 'https:' || url.protocol === 'http:'

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
