// Bundles a file as a browser would load it and prints the script; its exports are in the variable named second.
import path from 'node:path';
import { build } from 'vite';

const [entry, name] = process.argv.slice(2);
const bundles = await build({
  configFile: false,
  logLevel: 'silent',
  resolve: { conditions: ['@gongkai/source', 'module', 'browser'] },
  build: { write: false, minify: true, lib: { entry: path.resolve(entry), formats: ['iife'], name } },
});
if (!Array.isArray(bundles)) throw new Error(`${entry} gave no bundle`);
process.stdout.write(bundles[0].output[0].code);
