import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';
import { compressAssets } from './compress-assets.config';
import { offlineFiles } from './offline.config';
import { pdfResources } from './pdf-resources.config';

export default defineConfig(({ mode }) => {
  const { GONGKAI_API = 'http://127.0.0.1:3000' } = loadEnv(mode, '.', 'GONGKAI_');
  const proxy = Object.fromEntries(
    ['/graphql', '/exports', '/documents', '/templates', '/health'].map((path) => [path, { target: GONGKAI_API }]),
  );
  return {
    plugins: [react(), pdfResources(), compressAssets(), offlineFiles()],
    // The api writes the nonce of each answer in its place.
    html: { cspNonce: '__CSP_NONCE__' },
    resolve: { conditions: ['@gongkai/source', 'module', 'browser', 'development|production'] },
    server: { port: 5173, proxy },
    build: {
      chunkSizeWarningLimit: 700,
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'echarts', test: /node_modules[\\/](echarts|zrender)[\\/]/ }] } } },
    },
  };
});
