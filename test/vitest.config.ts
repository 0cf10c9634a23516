import path from 'node:path'
import { defineConfig } from 'vitest/config'

const files = '**/*.test.{ts,tsx}'

/**
 * `test/` mirrors the code; a file that needs a document says `// @vitest-environment happy-dom`. The domain keeps no
 * state in its modules, so that its files can share them: loading them afresh costs more than many a test.
 */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'domain', include: [`test/domain/${files}`], isolate: false } },
      {
        extends: true,
        test: {
          name: 'rooms',
          include: [`test/{main,renderer,central,scripts,resources,architecture}/${files}`],
        },
      },
    ],
  },
})
