import path from 'node:path'
import { defineConfig } from 'vitest/config'

const files = '**/*.test.{ts,tsx}'

/**
 * `test/` mirrors the code; a file that needs a document says `// @vitest-environment happy-dom`. Only the page keeps
 * state in its modules: the files of all other rooms share theirs, since loading them afresh costs more than many a test.
 */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    environment: 'node',
    // a bound on what hangs, not on what is slow: nothing may fail for time alone on a loaded machine
    testTimeout: 600_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'page', include: [`test/renderer/${files}`] } },
      {
        extends: true,
        test: {
          name: 'rooms',
          include: [`test/{domain,main,central,scripts,resources,architecture}/${files}`],
          isolate: false,
        },
      },
    ],
  },
})
