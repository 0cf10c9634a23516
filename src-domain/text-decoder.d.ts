/** The one piece of the platform the domain uses: the decoder of the Encoding standard, in every runtime. */
declare class TextDecoder {
  constructor(label: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(bytes: Uint8Array): string
}
