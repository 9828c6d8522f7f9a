import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { PoolClient } from 'pg';
import { version } from '../../version';
import { createDataSource } from '../data-source';
import { sqlOf } from '../sql';
import { type DumpManifest, type DumpProof, type DumpReceipt, FORMAT_VERSION, type TableTally } from './dump-format';
import { DumpTrouble, inWords } from './dump-trouble';
import { type ProveRecord, notProved } from './dump-proof';
import { PLAIN_TEXT, dumpedRows, sequencesOf, tablesOf } from './dumped-tables';
import { DumpTally } from './tally';

/** Documents are packed already: a higher level takes longer and gains nothing. */
const PACKING = { level: 1 };

/**
 * Writes everything the database holds at one moment to one file, which only its owner may read, while others go on working. The trail's last
 * entry in it is the dump itself. Refuses to write over a file; a dump that fails leaves none. A record that is not what it was is dumped only where that
 * is asked for, and the dump says so.
 */
export async function writeDump(
  url: string,
  file: string,
  { unproved, prove }: { readonly unproved: boolean; readonly prove: ProveRecord },
): Promise<DumpReceipt> {
  if (await exists(file)) throw new DumpTrouble('file_exists', `${file} is there already; a dump never takes another's place.`);
  const half = `${file}.${process.pid}.half`;
  const dataSource = await createDataSource(url, 1).initialize();
  const runner = dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    await noteInTrail(client);
    await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${PLAIN_TEXT}`);
    const proof = await prove(sqlOf(client));
    if (proof.state === 'unproved' && !unproved) throw notProved(proof);
    const receipt = { ...(await writeFile(client, half, proof)), file };
    await client.query('COMMIT');
    await rename(half, file);
    return receipt;
  } catch (fault) {
    await rm(half, { force: true });
    throw inWords(fault);
  } finally {
    await runner.release();
    await dataSource.destroy();
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** Before the snapshot, so that the dump holds it. A database older than its trail has none. */
async function noteInTrail(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ note: unknown }>(`SELECT to_regprocedure('note_act(text, text, jsonb, jsonb)') AS note`);
  if (rows[0]?.note != null) await client.query(`SELECT note_act('exports.dump', NULL, NULL, NULL)`);
}

async function writeFile(client: PoolClient, half: string, proof: DumpProof): Promise<Omit<DumpReceipt, 'file'>> {
  const manifest = await manifestOf(client, proof);
  const tallies: TableTally[] = [];
  const hash = createHash('sha256');
  const content = sealed(contentOf(client, manifest, tallies), hash, manifest.tables.length);
  await pipeline(content, createGzip(PACKING), createWriteStream(half, { mode: 0o600, flags: 'wx' }));
  await toDisk(half);
  const rows = tallies.reduce((sum, tally) => sum + tally.rows, 0);
  return { made: manifest.made, tables: tallies.length, rows, sha256: hash.digest('hex'), proof };
}

async function manifestOf(client: PoolClient, proof: DumpProof): Promise<DumpManifest> {
  const tables = await tablesOf(client);
  const migrations = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY id');
  const server = await client.query<{ server_version: string }>('SHOW server_version');
  return {
    dump: 'gongkai',
    version: FORMAT_VERSION,
    made: new Date().toISOString(),
    release: version,
    server: `PostgreSQL ${server.rows[0]?.server_version}`,
    migrations: migrations.rows.map(({ name }) => name),
    proof,
    tables: [...tables],
    sequences: [...(await sequencesOf(client))],
  };
}

async function* contentOf(client: PoolClient, manifest: DumpManifest, tallies: TableTally[]): AsyncGenerator<Buffer> {
  yield lineOf(manifest);
  for (const table of manifest.tables) {
    const tally = new DumpTally(table.name);
    for await (const piece of await dumpedRows(client, table)) {
      tally.add(piece);
      yield Buffer.from(`${piece.length}\n`);
      yield piece;
    }
    yield Buffer.from('0\n');
    tallies.push(tally.end());
    yield lineOf(tallies.at(-1));
  }
}

async function* sealed(pieces: AsyncIterable<Buffer>, hash: ReturnType<typeof createHash>, tables: number): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
  yield lineOf({ tables, sha256: hash.copy().digest('hex') });
}

const lineOf = (what: unknown): Buffer => Buffer.from(`${JSON.stringify(what)}\n`);

/** A dump that is said to be there survives a power cut. */
async function toDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
}
