/** Packages of the app. Everything is bundled by Vite but the report's layout, which reads its fonts and profiles from its own folders. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureElectron } from './electron-runtime.mjs'
import { fail } from './runtime/common.mjs'

/** Packages of the central store, of the tools, and those that Vite has bundled already. */
const LEFT_OUT = [
  '@electric-sql',
  '@esbuild',
  '@fastify',
  '@fontsource-variable',
  '@mantine',
  '@napi-rs',
  '@tabler',
  '@tus',
  'dayjs',
  'dexie',
  'esbuild',
  'fastify',
  'papaparse',
  'pdfjs-dist',
  'pg',
  'react',
  'react-dom',
  'tsx',
  'zustand',
]
const OTHER_SYSTEM = /^(--(win|windows|mac|macos|arm64|universal)|-[wm])$/

/** @returns {Promise<import('electron-builder').Configuration>} */
export default async function config() {
  const runtime = await ensureElectron()
  const official = runtime.source === 'official'
  if (!official && process.argv.some((arg) => OTHER_SYSTEM.test(arg))) {
    fail('Only Linux x64 packages can be made here: the official Electron is out of reach.')
  }
  return {
    appId: 'example.constat',
    productName: 'Constat', // no space: it names a folder that Chromium's sandbox must start from
    ...(official ? {} : { electronDist: runtime.dist, electronVersion: runtime.version }),
    directories: { buildResources: 'resources', output: 'dist' },
    files: ['out/**', 'package.json', ...LEFT_OUT.map((name) => `!node_modules/${name}{,/**}`)],
    asar: true,
    npmRebuild: false,
    electronLanguages: ['en-US', 'fr', 'nl'],
    electronFuses: {
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    },
    afterPack: ({ appOutDir, electronPlatformName }) => {
      // left alone by electron-builder in a runtime that it did not download itself
      if (official || electronPlatformName !== 'linux') return
      for (const name of ['version', 'resources/default_app.asar'])
        rmSync(join(appOutDir, name), { force: true })
    },
    publish: null,
    linux: {
      target: ['AppImage', 'deb'],
      category: 'Office',
      executableName: 'constat',
      icon: 'icons',
      syncDesktopName: true,
    },
    win: { target: [{ target: 'nsis', arch: ['x64', 'arm64'] }] },
    mac: {
      target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
      category: 'public.app-category.business',
      hardenedRuntime: true,
    },
  }
}
