#!/usr/bin/env node
/** `npm run verify -- FILE`: starts the verifier (`verify.ts`), which is TypeScript. */
import { loadTypeScript } from './runtime/typescript.mjs'

await loadTypeScript(2)
await import('./verify.ts')
