import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Plugin } from 'vite';

const PACKAGE = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const { version } = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')) as { readonly version: string };
/** Character maps of Chinese fonts that are not embedded, the fonts every reader has, and decoders of pictures that need no WebAssembly. */
const FOLDERS: Readonly<Record<string, RegExp>> = { cmaps: /\.bcmap$/, standard_fonts: /\.(pfb|ttf)$/, wasm: /_fallback\.js$/ };
/** Among the assets, which are kept for ever: the version names what they hold. */
const BASE = `assets/pdfjs-${version}`;

/** Serves what pdf.js fetches while it draws, and tells the pages where (`__PDF_RESOURCES__`). */
export function pdfResources(): Plugin {
  return {
    name: 'pdf-resources',
    config: () => ({ define: { __PDF_RESOURCES__: JSON.stringify(`/${BASE}`) } }),
    configureServer: ({ middlewares }) => {
      middlewares.use(`/${BASE}`, (request, response, next) => {
        const name = (request.url ?? '').split('?', 1)[0]?.slice(1) ?? '';
        if (resources().includes(name)) response.end(readFileSync(path.join(PACKAGE, name)));
        else next();
      });
    },
    generateBundle() {
      for (const name of resources())
        this.emitFile({ type: 'asset', fileName: `${BASE}/${name}`, source: readFileSync(path.join(PACKAGE, name)) });
    },
  };
}

function resources(): readonly string[] {
  return Object.entries(FOLDERS).flatMap(([folder, wanted]) =>
    readdirSync(path.join(PACKAGE, folder))
      .filter((name) => wanted.test(name))
      .map((name) => `${folder}/${name}`),
  );
}
