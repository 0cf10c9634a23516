import path from 'node:path'
import { defineConfig } from 'vitest/config'

/** `test/` mirrors the code; a file that needs a document says `// @vitest-environment happy-dom`. */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    include: ['test/{domain,main,renderer,central,scripts,resources,architecture}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
})
