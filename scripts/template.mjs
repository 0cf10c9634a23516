#!/usr/bin/env node
/** `npm run template -- [FOLDER]`: starts the writer of empty forms (`template.ts`), which is TypeScript. */
import { loadTypeScript } from './runtime/typescript.mjs'

await loadTypeScript(2)
await import('./template.ts')
