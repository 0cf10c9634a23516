#!/usr/bin/env node
/** `npm run sample -- FILE`: draws a recorded sample again (`sample-redraw.ts`, which is TypeScript). */
import { loadTypeScript } from './runtime/typescript.mjs'

await loadTypeScript(2)
await import('./sample-redraw.ts')
