#!/usr/bin/env node
/**
 * Starts the central store (`src-central/main.ts`) with the given arguments. Plain Node up to the check that the
 * packages are there; then in this same process, so that a signal or a kill reaches the store itself.
 */
async function loadTypeScript() {
  try {
    const { register } = await import('tsx/esm/api')
    register()
  } catch {
    console.error('The packages are not installed yet. Run: npm ci')
    process.exit(1)
  }
}

await loadTypeScript()
await import('../src-central/main.ts')
