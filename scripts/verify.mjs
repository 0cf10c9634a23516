#!/usr/bin/env node
/** `npm run verify -- FILE`: starts the verifier (`verify.ts`), which is TypeScript. */
async function loadTypeScript() {
  try {
    const { register } = await import('tsx/esm/api')
    register()
  } catch {
    console.error('The packages are not installed yet. Run: npm ci')
    process.exit(2)
  }
}

await loadTypeScript()
await import('./verify.ts')
