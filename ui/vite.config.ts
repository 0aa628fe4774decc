import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defaultClientConditions } from 'vite'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [svelte({ configFile: false })],
  // Vitest runs in Node, where Svelte would hand out its server half, which cannot mount.
  resolve: { conditions: [...defaultClientConditions, 'browser'] },
  // The font and the catalogue are the core's own.
  server: { port: 5173, strictPort: true, fs: { allow: ['.', '../src-tauri/core'] } },
  build: {
    // What WebKitGTK, WebView2 and Safari of today have in common.
    target: 'es2022',
    // The window's Content Security Policy knows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: false,
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/testing/browser.ts'],
  },
})
