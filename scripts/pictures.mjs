#!/usr/bin/env node
/** Takes the pictures of README and docs anew: `npm run pictures`. */
import { runOnBuiltApp } from './runtime/built-app.mjs'

await runOnBuiltApp('test/pictures/take-pictures.ts')
