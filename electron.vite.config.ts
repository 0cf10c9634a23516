import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// The oldest runtime the code is tested on (docs/adr/0002): electron-vite would otherwise take the
// targets of the `electron` package's version, and Chromium 130 would get syntax it does not know.
const NODE_TARGET = 'node20.18'
const CHROME_TARGET = 'chrome130'
/** The page is read from the disk, not from a network: what Vite warns of above 500 kB does not cost here. */
const CHUNK_LIMIT_KB = 3_000

export default defineConfig({
  main: {
    build: {
      target: NODE_TARGET,
      // One file starts faster than a folder of packages; pdfmake reads files beside its own code.
      externalizeDeps: false,
      minify: 'oxc',
      rolldownOptions: {
        input: {
          main: 'src-main/main.ts',
          'pdf-worker': 'src-main/pdf/worker.ts',
          'passphrase-worker': 'src-main/services/keyring/passphrase-worker.ts',
        },
        output: { format: 'es' },
        external: ['pdfmake', /^pdfmake\//],
      },
    },
  },
  preload: {
    build: {
      target: NODE_TARGET,
      externalizeDeps: false,
      // A sandboxed preload can only be one CommonJS file.
      rolldownOptions: {
        input: { preload: 'src-main/bridge/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react()],
    // The window is at app://constat also while developing: main forwards to this server.
    server: {
      host: '127.0.0.1',
      port: 5173,
      strictPort: true,
      hmr: { protocol: 'ws', host: '127.0.0.1', clientPort: 5173 },
    },
    worker: { format: 'es' },
    build: {
      target: CHROME_TARGET,
      cssTarget: CHROME_TARGET,
      minify: 'oxc',
      chunkSizeWarningLimit: CHUNK_LIMIT_KB,
      rolldownOptions: { input: 'src-renderer/index.html' },
    },
  },
})
