/** Lets this process import TypeScript; ends it with `exitCode` when the packages are not installed yet. */
export async function loadTypeScript(exitCode) {
  try {
    const { register } = await import('tsx/esm/api')
    register()
  } catch {
    console.error('The packages are not installed yet. Run: npm ci')
    process.exit(exitCode)
  }
}
