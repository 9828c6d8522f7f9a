import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { QUEUE_SCHEMA } from '../queues';

import { createDataSource } from '../data-source';
import { MIGRATIONS } from '../migrations';
import { type DumpManifest, type DumpReceipt, type DumpedTable, FORMAT_VERSION, MANIFEST, TALLY, type TableTally } from './dump-format';
import { DumpReader, damaged } from './dump-reader';
import { DumpTrouble, inWords } from './dump-trouble';
import { PLAIN_TEXT, quoted, dumpedRows, tablesOf } from './dumped-tables';
import { DumpTally } from './tally';
import { withoutForeignKeys } from './without-foreign-keys';

/** Made anew by the migrations, as the queue is by itself. */
const BUDGETS_SCHEMA = 'budgets';

/**
 * Brings a dump into an empty database, in one transaction: the tables as of the dump's own migrations, every row as it was, every sequence
 * where it stood. No trigger stands over the tables yet, to refuse, audit or add up, and the app's role may not look before migrate has put up the rest. Before it commits, every table is read back and its SHA-256 held against the dump's. Needs no more than to own the database.
 */
export async function restoreDump(url: string, file: string): Promise<DumpReceipt> {
  await access(file).catch(() => {
    throw new DumpTrouble('no_such_file', `${file} cannot be read.`);
  });
  const source = createReadStream(file);
  const gunzip = createGunzip();
  const reader = new DumpReader(gunzip);
  pipeline(source, gunzip).catch(() => undefined);
  try {
    const manifest = await manifestOf(reader);
    return { ...(await restoreInto(url, manifest, reader)), file };
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

async function manifestOf(reader: DumpReader): Promise<DumpManifest> {
  const manifest = await reader.say(MANIFEST).catch((cause: unknown) => {
    throw new DumpTrouble('not_a_dump', 'the file does not begin as a dump of gongkai does.', { cause });
  });
  if (manifest.version > FORMAT_VERSION) throw newer(`it is written in version ${manifest.version} of the format`);
  const known = new Set(MIGRATIONS.map(({ name }) => name));
  const unknown = manifest.migrations.find((name) => !known.has(name));
  if (unknown !== undefined) throw newer(`it has the migration ${unknown}`);
  return manifest;
}

const newer = (why: string): DumpTrouble =>
  new DumpTrouble('newer_dump', `the dump was made by a newer gongkai (${why}): restore it with that one.`);

async function restoreInto(url: string, manifest: DumpManifest, reader: DumpReader): Promise<Omit<DumpReceipt, 'file'>> {
  const level = MIGRATIONS.filter(({ name }) => manifest.migrations.includes(name));
  const dataSource = await createDataSource(url, 1, level).initialize();
  const runner = dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    await runner.startTransaction();
    const receipt = await restoreWithin(dataSource, runner, { client, manifest, reader });
    await runner.commitTransaction();
    await client.query('ANALYZE');
    return receipt;
  } catch (fault) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw inWords(fault);
  } finally {
    await runner.release();
    await dataSource.destroy();
  }
}

interface Restoring {
  readonly client: PoolClient;
  readonly manifest: DumpManifest;
  readonly reader: DumpReader;
}

async function restoreWithin(dataSource: DataSource, runner: QueryRunner, restoring: Restoring): Promise<Omit<DumpReceipt, 'file'>> {
  const { client, manifest, reader } = restoring;
  await client.query(`SELECT pg_advisory_xact_lock(hashtext('gongkai migrations')); ${PLAIN_TEXT}`);
  await demandEmpty(client);
  await client.query(`DROP SCHEMA IF EXISTS ${BUDGETS_SCHEMA} CASCADE`);
  await new MigrationExecutor(dataSource, runner).executePendingMigrations();
  const tables = await tablesOf(client);
  if (JSON.stringify(tables) !== JSON.stringify(manifest.tables))
    throw new DumpTrouble('other_schema', 'the dump has tables or columns that its own migrations do not make.');
  let tallies: readonly TableTally[] = [];
  await withoutForeignKeys(client, tables, async () => {
    tallies = await copyIn(restoring);
    for (const sequence of manifest.sequences)
      await client.query('SELECT setval(to_regclass($1), $2, $3)', [quoted(sequence.name), sequence.last, sequence.called]);
  }).catch(damagedWhereTheRowsAre);
  const sha256 = await reader.end(tables.length);
  for (const [at, table] of tables.entries()) await demandEqual(client, table, tallies[at]);
  return {
    made: manifest.made,
    tables: tables.length,
    rows: tallies.reduce((sum, { rows }) => sum + rows, 0),
    sha256,
    proof: manifest.proof ?? null,
  };
}

async function demandEmpty(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND n.nspname <> ALL ($1) LIMIT 1`,
    // What is left of a queue says only whose turn it was, what is left of the budgets who asked much a moment ago.
    [[QUEUE_SCHEMA, BUDGETS_SCHEMA]],
  );
  if (rows[0] !== undefined)
    throw new DumpTrouble(
      'not_empty',
      `the database holds ${rows[0].name} already. Restore into an empty one; what is there stays as it is.`,
    );
}

async function copyIn({ client, manifest, reader }: Restoring): Promise<readonly TableTally[]> {
  const tallies: TableTally[] = [];
  for (const { name, columns } of manifest.tables) {
    const tally = new DumpTally(name);
    const counted = async function* (): AsyncGenerator<Buffer> {
      for await (const piece of reader.blocks()) {
        tally.add(piece);
        yield piece;
      }
    };
    await pipeline(counted, client.query(copyFrom(`COPY ${quoted(name)} (${columns.map(quoted).join(', ')}) FROM STDIN`)));
    const counts = tally.end();
    if (JSON.stringify(counts) !== JSON.stringify(await reader.say(TALLY)))
      throw damaged(`the rows of ${name} are not those that were dumped`);
    tallies.push(counts);
  }
  return tallies;
}

/** Rows that the database refuses by their text (class 22) or by a constraint (class 23) never came out of one. */
function damagedWhereTheRowsAre(fault: unknown): never {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
  throw /^2[23]/.test(code) ? damaged('the database does not take its rows', fault) : fault;
}

async function demandEqual(client: PoolClient, table: DumpedTable, dumped: TableTally | undefined): Promise<void> {
  const tally = new DumpTally(table.name);
  for await (const piece of await dumpedRows(client, table)) tally.add(piece);
  if (JSON.stringify(tally.end()) !== JSON.stringify(dumped)) throw damaged(`${table.name} is kept otherwise than it was dumped`);
}
