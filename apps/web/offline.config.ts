import { VitePWA, type VitePWAOptions } from 'vite-plugin-pwa';

/** What a desk does without: charts and originals need the platform anyway. Kilobytes that every agency would load for nothing. */
const LEFT_OUT = ['**/echarts-*', '**/pdf*', '**/pdfjs-*/**'];

/** The page of the app under the address it has everywhere. */
const PAGE = '/';

/**
 * A worker that keeps the files of the app and, where nobody answers, opens its page from them. It keeps no answer of the api. A new build is taken
 * when no page of the old one is open any more, so that no page loses a file it still needs.
 */
export function offlineFiles(): ReturnType<typeof VitePWA> {
  const workbox: Partial<VitePWAOptions['workbox']> = {
    globPatterns: ['**/*.{js,css,svg,html}'],
    globIgnores: LEFT_OUT,
    manifestTransforms: [
      (entries) => ({ manifest: entries.map((entry) => (entry.url === 'index.html' ? { ...entry, url: PAGE } : entry)), warnings: [] }),
    ],
    navigateFallback: null,
    cleanupOutdatedCaches: true,
    runtimeCaching: [
      {
        urlPattern: ({ request }) => request.mode === 'navigate',
        handler: 'NetworkOnly',
        options: { precacheFallback: { fallbackURL: PAGE } },
      },
    ],
  };
  return VitePWA({ strategies: 'generateSW', registerType: 'prompt', injectRegister: null, manifest: false, workbox });
}
