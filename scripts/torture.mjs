#!/usr/bin/env node
/** Tortures the built app: `npm run torture -- typing --moments 200 --seed 7` (docs/reliability.md). */
import { runOnBuiltApp } from './runtime/built-app.mjs'

await runOnBuiltApp('test/torture/main.ts')
