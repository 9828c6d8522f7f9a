import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const TEXTS = /\.(m?js|css|svg|json)$/;
/** What fits into one packet arrives no sooner for being shorter. */
const SHORTEST = 1_400;

/** Writes every long text of the build a second and a third time, as small as brotli and gzip make it, for whoever serves it. */
export function compressAssets(): Plugin {
  return {
    name: 'compress-assets',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      for (const name of Object.keys(bundle).filter((each) => TEXTS.test(each))) {
        const file = path.join(dir, name);
        const content = readFileSync(file);
        if (content.byteLength < SHORTEST) continue;
        writeFileSync(`${file}.br`, brotliCompressSync(content));
        writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
      }
    },
  };
}
