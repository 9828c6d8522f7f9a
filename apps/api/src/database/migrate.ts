import { createHash } from 'node:crypto';
import { CELLS, FORMS, INDICATORS } from '@gongkai/catalogue';
import type { CellId, FormId } from '@gongkai/model';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { installQueue } from './install-queue';
import { createDataSource } from './data-source';
import { type AppliedSchema, applySchema } from './schema/apply-schema';

/**
 * Brings the schema up to date and the catalogue's indicators into it; sums are rebuilt when an indicator changed.
 * Safe to repeat, and two at a time wait for each other: one connection holds the lock and does the work.
 */
export async function migrate(url: string): Promise<AppliedSchema> {
  const dataSource = await createDataSource(url, 1).initialize();
  try {
    await dataSource.query(`SELECT pg_advisory_lock(hashtext('gongkai migrations'))`);
    const applied = await applySchema(dataSource);
    await adoptForms(dataSource);
    await adoptCatalogue(dataSource);
    await adoptQueue(dataSource);
    return applied;
  } finally {
    await dataSource.destroy();
  }
}

async function adoptQueue(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    const client: PoolClient = await runner.connect();
    await installQueue(client);
  } finally {
    await runner.release();
  }
}

/** A form that something was filed under stays, whatever the catalogue says. */
async function adoptForms(dataSource: DataSource): Promise<void> {
  for (const { id, document, years } of FORMS)
    await dataSource.query(
      `INSERT INTO forms (id, document, first_year, last_year) VALUES ($1, $2, $3, $4)
       ON CONFLICT (id) DO UPDATE SET document = EXCLUDED.document, first_year = EXCLUDED.first_year, last_year = EXCLUDED.last_year`,
      [id, document, years.first, years.last],
    );
}

async function adoptCatalogue(dataSource: DataSource): Promise<void> {
  const terms = indicatorTerms();
  const sha256 = createHash('sha256').update(JSON.stringify(terms)).digest('hex');
  const [facts] = await dataSource.query<{ catalogue_sha256: string | null }[]>('SELECT catalogue_sha256 FROM platform_facts');
  if (facts?.catalogue_sha256 === sha256) return;
  await dataSource.transaction(async (transaction) => {
    await transaction.query('DELETE FROM indicator_terms');
    for (const term of terms) {
      await transaction.query('INSERT INTO indicator_terms VALUES ($1, $2, $3, $4, $5)', [...term]);
    }
    await transaction.query('SELECT rebuild_rollups()');
    await transaction.query('UPDATE platform_facts SET catalogue_sha256 = $1', [sha256]);
  });
}

type TermRow = readonly [position: number, form: string, section: string, of: readonly number[], over: readonly number[]];

function indicatorTerms(): readonly TermRow[] {
  const positions = new Map<CellId, number>(CELLS.map((cell) => [cell.id, cell.position]));
  const positionsOf = (cells: readonly CellId[]): number[] =>
    cells.map((cell) => {
      const position = positions.get(cell);
      if (position === undefined) throw new Error(`indicator cell ${cell} is not in the registry`);
      return position;
    });
  const forms: readonly FormId[] = FORMS.map((form) => form.id);
  return INDICATORS.flatMap((indicator) =>
    forms.flatMap((form) => {
      const terms = indicator.terms[form];
      if (!terms) return [];
      return [[indicator.position, form, indicator.section, positionsOf(terms.of), positionsOf(terms.over)] as const];
    }),
  );
}
