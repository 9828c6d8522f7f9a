// Writes src/generated/sql-files.ts: the schema and the tables of the first page of the diary as text, so that nothing reads files at run time.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const DATABASE = path.join(import.meta.dirname, 'src/database');
const FOLDERS = [
  ['SCHEMA', 'schema', 'What stands over the tables, in the order in which it is applied.'],
  ['THE_HOUSE_WAS_BUILT', 'migrations/the-house-was-built', 'The tables as they were when the diary began, in order.'],
];

/** The SQL files of a folder by name: their numbers are the order. */
function sqlFilesIn(folder) {
  return readdirSync(path.join(DATABASE, folder))
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({ file, text: readFileSync(path.join(DATABASE, folder, file), 'utf8') }));
}

const parts = FOLDERS.map(
  ([name, folder, says]) => `/** ${says} */\nexport const ${name}: readonly SqlFile[] = ${JSON.stringify(sqlFilesIn(folder), null, 2)};\n`,
);
const out = path.join(import.meta.dirname, 'src/generated/sql-files.ts');
mkdirSync(path.dirname(out), { recursive: true });
writeFileSync(out, ['export interface SqlFile {\n  readonly file: string;\n  readonly text: string;\n}\n', ...parts].join('\n'));
