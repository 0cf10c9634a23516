/**
 * A copy in a buffer of its own. Node cuts small buffers out of one shared pool, and sending such a view over IPC
 * sends the whole pool, other secrets included.
 */
export function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}
