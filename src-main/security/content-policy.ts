/**
 * The Content-Security-Policy of one HTML answer. Nothing inline runs or applies without the nonce, and the page
 * has no network at all: everything outside goes through the bridge.
 * @param devServer address of the Vite server while developing; it needs inline styles and its own socket
 */
export function contentPolicy(nonce: string, devServer?: string): string {
  return [
    "default-src 'none'",
    `script-src 'self'${devServer ? " 'unsafe-inline'" : ''}`,
    // A nonce would switch 'unsafe-inline' off, and Vite puts imported CSS into bare <style> elements.
    `style-src 'self' ${devServer ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${devServer ? `${devServer} ${devServer.replace(/^http/, 'ws')}` : "'none'"}`,
    "worker-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
