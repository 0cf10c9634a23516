#!/usr/bin/env node
/** Measures speed and memory, each against a baseline of the same run, and prints a table (docs/benchmarks.md). */
import { runOnBuiltApp } from './runtime/built-app.mjs'

await runOnBuiltApp('test/bench/main.ts')
