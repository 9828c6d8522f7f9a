import { createHash } from 'node:crypto';
import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { SCHEMA, type SqlFile } from '../../generated/sql-files';
import { TAKE_DOWN } from './take-down';

/** What was brought up to date: migrations by name, and the files that are not what they were, or are gone. */
export interface AppliedSchema {
  readonly migrations: readonly string[];
  readonly files: readonly string[];
}

/**
 * In one transaction: tables by migrations, everything over them from the files. Where either has something new, all functions, views, triggers,
 * policies and grants are taken down first and put up afterwards, so that no migration meets them and none is left of a file that no longer
 * declares it.
 */
export async function applySchema(dataSource: DataSource): Promise<AppliedSchema> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    const applied = await applyWithin(dataSource, runner);
    await runner.commitTransaction();
    return applied;
  } catch (fault) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw fault;
  } finally {
    await runner.release();
  }
}

async function applyWithin(dataSource: DataSource, runner: QueryRunner): Promise<AppliedSchema> {
  const executor = new MigrationExecutor(dataSource, runner);
  const pending = await executor.getPendingMigrations();
  const files = await changedFiles(runner);
  if (pending.length === 0 && files.length === 0) return { migrations: [], files };
  await runner.query(TAKE_DOWN);
  const migrations = await executor.executePendingMigrations();
  for (const each of SCHEMA) await apply(runner, each);
  await runner.query('DELETE FROM schema_files');
  await runner.query('INSERT INTO schema_files (file, sha256) SELECT * FROM unnest($1::text[], $2::text[])', [
    SCHEMA.map(({ file }) => file),
    SCHEMA.map(sha256Of),
  ]);
  return { migrations: migrations.map(({ name }) => name), files };
}

async function changedFiles(runner: QueryRunner): Promise<readonly string[]> {
  const applied = new Map((await appliedFiles(runner)).map(({ file, sha256 }) => [file, sha256]));
  const gone = [...applied.keys()].filter((file) => !SCHEMA.some((each) => each.file === file));
  return [...SCHEMA.filter((each) => applied.get(each.file) !== sha256Of(each)).map(({ file }) => file), ...gone];
}

async function appliedFiles(runner: QueryRunner): Promise<readonly { readonly file: string; readonly sha256: string }[]> {
  const [{ isThere }] = await runner.manager.query<[{ isThere: boolean }]>(`SELECT to_regclass('schema_files') IS NOT NULL AS "isThere"`);
  return isThere ? runner.manager.query('SELECT file, sha256 FROM schema_files') : [];
}

async function apply(runner: QueryRunner, { file, text }: SqlFile): Promise<void> {
  try {
    await runner.query(text);
  } catch (cause) {
    throw new Error(`${file} cannot be applied: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

function sha256Of({ text }: SqlFile): string {
  return createHash('sha256').update(text).digest('hex');
}
