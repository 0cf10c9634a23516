import { defineConfig } from '@playwright/test'

/**
 * End to end in real Electron, each test in its own empty profile. A window waits more than it works, so that two files
 * run at a time, each on a display of its own; on a display that people look at, one.
 */
export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results/e2e',
  // bounds on what hangs, not on what is slow: nothing may fail for time alone on a loaded machine
  timeout: 1_200_000,
  expect: { timeout: 90_000 },
  workers: process.env['CONSTAT_VIRTUAL_DISPLAY'] === undefined ? 1 : 2,
  globalSetup: './e2e/support/global-setup.ts',
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['json']],
  use: { trace: 'retain-on-failure' },
})
