/** The smallest build of exifr; its own types would bring Node's into the page. */
declare module 'exifr/dist/mini.esm.mjs' {
  export function parse(bytes: Uint8Array, options: object): Promise<unknown>
}
