import { defineConfig } from '@playwright/test'

/** End to end in real Electron: one window at a time, each test in its own empty profile. */
export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results/e2e',
  timeout: 180_000,
  expect: { timeout: 20_000 },
  workers: 1,
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['json']],
  use: { trace: 'retain-on-failure' },
})
