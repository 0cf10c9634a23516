#!/usr/bin/env node
/** `npm run check-listing -- --help`: starts the check of a listing (`check-listing.ts`), which is TypeScript. */
import { loadTypeScript } from './runtime/typescript.mjs'

await loadTypeScript(2)
await import('./check-listing.ts')
