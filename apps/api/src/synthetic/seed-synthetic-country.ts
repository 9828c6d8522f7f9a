import { hash } from '@node-rs/argon2';
import { spell } from '../organisations/pinyin';
import { type SyntheticAgency, type SyntheticCountry, type SyntheticRegion, syntheticCountry } from './synthetic-country';
import { CLERK, SUPERVISOR, editionRows, eventRows, reportRows } from './synthetic-rows';
import { type CopyValue, SyntheticStore } from './synthetic.store';

const FOUNDED = '1949-10-01';
const NAMED = ['valid_from', 'name', 'pinyin', 'initials'] as const;
const PASSWORD = 'gongkai-synthetic';

/**
 * Fills an empty database with a country that owes exactly so many reports, the same for the same seed: for trying the platform at a size,
 * and for measuring it. A million takes minutes.
 */
export async function seedSyntheticCountry(url: string, reports: number, seed: string): Promise<number> {
  const country = syntheticCountry(reports);
  const passwordHash = await hash(PASSWORD);
  await SyntheticStore.fill(url, async (store) => {
    await copyRegisters(store, country);
    await copyAccounts(store, passwordHash);
    for (const { table, columns, rows } of [reportRows, editionRows, eventRows].map((of) => of(seed, country.agencies)))
      await store.copy(table, columns, rows);
    await store.continueIds(['regions', 'agencies', 'accounts', 'reports', 'editions']);
    await store.addUp();
  });
  return reports;
}

async function copyRegisters(store: SyntheticStore, { regions, agencies }: SyntheticCountry): Promise<void> {
  await store.copy(
    'regions',
    ['id'],
    eachRow(regions, ({ id }) => [id]),
  );
  await store.copy('region_versions', ['region_id', 'parent_id', 'code', 'level', ...NAMED], eachRow(regions, regionRow));
  await store.copy(
    'agencies',
    ['id'],
    eachRow(agencies, ({ id }) => [id]),
  );
  await store.copy('agency_versions', ['agency_id', 'region_id', 'kind', ...NAMED], eachRow(agencies, agencyRow));
}

async function copyAccounts(store: SyntheticStore, passwordHash: string): Promise<void> {
  const accounts = [
    [CLERK.id, CLERK.login, '合成·填报员', 'agency', 1, null],
    [SUPERVISOR.id, SUPERVISOR.login, '合成·审核员', 'supervisor', null, 1],
  ];
  await store.copy('accounts', ['id', 'login', 'name', 'role', 'agency_id', 'region_id'], accounts);
  await store.copy(
    'credentials',
    ['account_id', 'password_hash'],
    eachRow([CLERK, SUPERVISOR], ({ id }) => [id, passwordHash]),
  );
}

function regionRow({ id, path, code, level, name }: SyntheticRegion): readonly CopyValue[] {
  return [id, path.at(-2) ?? null, code, level, ...namedRow(name)];
}

function agencyRow({ id, region, kind, name }: SyntheticAgency): readonly CopyValue[] {
  return [id, region.id, kind, ...namedRow(name)];
}

function namedRow(name: string): readonly string[] {
  const { pinyin, initials } = spell(name);
  return [FOUNDED, name, pinyin, initials];
}

function* eachRow<Row>(rows: readonly Row[], valuesOf: (row: Row) => readonly CopyValue[]): Iterable<readonly CopyValue[]> {
  for (const row of rows) yield valuesOf(row);
}
