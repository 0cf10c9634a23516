/** The pieces of the platform the domain uses, the same in every runtime: text as bytes, and inflating. */
declare class TextDecoder {
  constructor(label: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(bytes: Uint8Array, options?: { stream?: boolean }): string
}
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>
}
interface ByteReader {
  read(): Promise<{ done: false; value: Uint8Array } | { done: true; value?: undefined }>
  cancel(): Promise<void>
}
interface ByteWriter {
  readonly ready: Promise<void>
  write(bytes: Uint8Array): Promise<void>
  close(): Promise<void>
}
declare class DecompressionStream {
  constructor(format: 'gzip')
  readonly readable: { getReader(): ByteReader }
  readonly writable: { getWriter(): ByteWriter }
}
