#!/usr/bin/env node
/**
 * Starts the central store (`src-central/main.ts`) with the given arguments. Plain Node up to the check that the
 * packages are there; then in this same process, so that a signal or a kill reaches the store itself.
 */
import { loadTypeScript } from './runtime/typescript.mjs'

await loadTypeScript(1)
await import('../src-central/main.ts')
