#!/usr/bin/env node
/** `npm run docs`: writes the pages of `docs/` that come from the code (`docs.ts`, which is TypeScript). */
import { loadTypeScript } from './runtime/typescript.mjs'

await loadTypeScript(1)
await import('./docs.ts')
