// npm run house: how the house stands, in figures. Each line says what it counts; lower is better unless it says otherwise.
import { allSources, filesOf, lineCount } from './house/sources.mjs';
import { homonyms } from './house/names.mjs';
import { folderRings } from './house/rings.mjs';

/** @import { SourceFile } from './house/types.js' */

const api = filesOf('apps/api/src', /(?<!\.test)\.ts$/);
const stores = api.filter(({ path }) => path.endsWith('.store.ts'));
const resolvers = api.filter(({ path }) => path.endsWith('.resolver.ts'));
const sources = allSources();

/** @type {(files: readonly SourceFile[], pattern: RegExp) => number} */
const times = (files, pattern) => files.reduce((sum, { text }) => sum + [...text.matchAll(pattern)].length, 0);

/** What is added up and which edition stands, wherever a statement reads it. */
const READINGS = /(FROM|JOIN) (rollups|standings|restated_sums)\b|\b(standing_editions|first_published)\(|edition_events v\b/g;

/**
 * Length at which nine of ten files are shorter or as long.
 * @type {(files: readonly SourceFile[]) => number}
 */
function ninthTenth(files) {
  const lengths = files.map(lineCount).sort((one, other) => one - other);
  return lengths[Math.floor(lengths.length * 0.9)];
}

/**
 * The files without their comments, whose words are not code.
 * @type {(files: readonly SourceFile[]) => readonly SourceFile[]}
 */
const code = (files) => files.map((file) => ({ ...file, text: file.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '') }));

function main() {
  const same = homonyms(sources);
  const rings = folderRings(api, 'apps/api/src');
  const adding = filesOf('apps/api/src/database', /-sums\.sql$/).map(lineCount);
  print(
    'lines of SQL that add up',
    adding.reduce((sum, lines) => sum + lines, 0),
  );
  print('readings of sums, standings and events in stores', times(stores, READINGS));
  print('folders of the api in a ring', rings.flat().length, rings.map((ring) => ring.join(' ')).join('; '));
  print('casts in stores', times(code(stores), /\bas (?!const\b)[A-Za-z{(]/g));
  print('parameters above $9 in stores', times(stores, /\$\d\d/g));
  print('resolvers that answer unknown', times(resolvers, /Promise<unknown>|: unknown \{/g));
  print('exported names with two meanings', Object.keys(same).length, Object.keys(same).slice(0, 200).join(' '));
  print('lines of nine files in ten', ninthTenth(sources));
  console.log('\nlines of source and of tests, and tests to source (higher is better)');
  for (const folder of ['libs', 'apps'].flatMap((parent) => foldersIn(parent))) print(folder, ratio(folder));
}

/** @type {(parent: string) => readonly string[]} */
function foldersIn(parent) {
  const names = filesOf(parent, /\.(ts|tsx)$/).map(({ path }) => path.split('/').slice(0, 2).join('/'));
  return [...new Set(names)].sort();
}

/** @type {(folder: string) => string} */
function ratio(folder) {
  const files = filesOf(folder, /\.(ts|tsx)$/).filter(({ path }) => !path.includes('/generated/'));
  /** @type {(of: readonly SourceFile[]) => number} */
  const lines = (of) => of.map(lineCount).reduce((sum, each) => sum + each, 0);
  const tests = lines(files.filter(({ path }) => /\.test\.tsx?$|\/(trial|fixtures|chaos|attack)\//.test(path)));
  const source = lines(files) - tests;
  return `${source} ${tests} ${(tests / Math.max(1, source)).toFixed(2)}`;
}

/** @type {(what: string, figure: number | string, which?: string) => void} */
function print(what, figure, which = '') {
  console.log(`${what.padEnd(36)} ${String(figure).padStart(6)}${which === '' ? '' : `   ${which}`}`);
}

main();
