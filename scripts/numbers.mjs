#!/usr/bin/env node
/** `npm run numbers`: starts the recomputation of numbers (`numbers.ts`, which is TypeScript). */
import { loadTypeScript } from './runtime/typescript.mjs'

await loadTypeScript(2)
await import('./numbers.ts')
