import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// `npm start` serves the built files; `vite` alone sends what concerns the api to the one that runs.
const api = process.env['RELANCE_API'] ?? 'http://127.0.0.1:3000';

// What every page needs changes rarely: chunks that browsers keep. The rest is split by route.
const kept = [
  { name: 'react', test: inPackages('react', 'react-dom', 'scheduler', 'zustand') },
  { name: 'controls', test: inPackages('radix-ui', '@radix-ui', '@floating-ui') },
  // without its virtual lists: what draws them comes with the first page that has one
  {
    name: 'framework',
    test: inPackages('@tanstack[\\\\/](?!(react-)?virtual)[^\\\\/]+', '@trpc', 'i18next', 'react-i18next'),
  },
  { name: 'session', test: inPackages('better-auth', '@better-auth', '@better-fetch', 'nanostores') },
];

function inPackages(...names: string[]): RegExp {
  return new RegExp(`node_modules[\\\\/](${names.join('|')})[\\\\/]`);
}

export default defineConfig({
  plugins: [react(), tailwindcss()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: kept } } },
  },
  server: { proxy: { '/api': { target: api, changeOrigin: false } } },
});
