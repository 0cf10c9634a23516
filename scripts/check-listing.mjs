#!/usr/bin/env node
/** `npm run check-listing -- --help`: starts the check of a listing (`check-listing.ts`), which is TypeScript. */
import v8 from 'node:v8'
import { loadTypeScript } from './runtime/typescript.mjs'

// The heap grows in small steps: 250,000 rows stay under 400 MB of memory instead of 500, for a tenth more time.
v8.setFlagsFromString('--heap-growing-percent=15')
v8.setFlagsFromString('--max-semi-space-size=4')

await loadTypeScript(2)
await import('./check-listing.ts')
