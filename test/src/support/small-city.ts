import { hash } from '@node-rs/argon2';
import type { Client } from 'pg';

export const PASSWORD = 'a long enough word';

/** Ids of a city with two counties, made by the owner of the database: the accounts and obligations a journey needs. */
export interface SmallCity {
  readonly city: string;
  readonly county: string;
  readonly otherCounty: string;
  readonly agency: string;
  readonly neighbour: string;
  readonly foreign: string;
}

/** An agency of the given name and a neighbour in one county, a third agency in another; 2019 to 2024. */
export async function makeSmallCity(owner: Client, agencyName = '青禾县统计局'): Promise<SmallCity> {
  const city = await region(owner, null, '试验市', 'prefecture');
  const county = await region(owner, city, '青禾县', 'county');
  const otherCounty = await region(owner, city, '南川县', 'county');
  const agency = await agencyOf(owner, county, agencyName);
  const neighbour = await agencyOf(owner, county, '青禾县林业局');
  const foreign = await agencyOf(owner, otherCounty, '南川县统计局');
  await owner.query(`
    INSERT INTO reports (agency_id, year, region_id, region_path, agency_kind, agency_name, due_on, obliged)
    SELECT v.agency_id, y, v.region_id, region_path(v.region_id, make_date(y, 12, 31)), v.kind, v.name, make_date(y + 1, 1, 31), true
    FROM agency_versions v, generate_series(2019, 2024) y`);
  const passwordHash = await hash(PASSWORD);
  const account = async (login: string, role: string, agencyId: string | null, regionId: string | null): Promise<void> => {
    await owner.query(
      `WITH a AS (INSERT INTO accounts (login, name, role, agency_id, region_id) VALUES ($1, $1, $2, $3, $4) RETURNING id)
       INSERT INTO credentials (account_id, password_hash) SELECT id, $5 FROM a`,
      [login, role, agencyId, regionId, passwordHash],
    );
  };
  await account('agency', 'agency', agency, null);
  await account('neighbour', 'agency', neighbour, null);
  await account('foreign', 'agency', foreign, null);
  await account('county', 'supervisor', null, county);
  await account('other-county', 'supervisor', null, otherCounty);
  await account('city', 'supervisor', null, city);
  await account('analyst', 'analyst', null, city);
  await account('administrator', 'administrator', null, null);
  return { city, county, otherCounty, agency, neighbour, foreign };
}

async function region(owner: Client, parent: string | null, name: string, level: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>('INSERT INTO regions DEFAULT VALUES RETURNING id');
  await owner.query(
    `INSERT INTO region_versions (region_id, valid_from, parent_id, name, pinyin, initials, level) VALUES ($1, '2000-01-01', $2, $3, '', '', $4)`,
    [rows[0]!.id, parent, name, level],
  );
  return rows[0]!.id;
}

async function agencyOf(owner: Client, regionId: string, name: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>('INSERT INTO agencies DEFAULT VALUES RETURNING id');
  await owner.query(
    `INSERT INTO agency_versions (agency_id, valid_from, region_id, kind, name, pinyin, initials) VALUES ($1, '2000-01-01', $2, 'DEPARTMENT', $3, '', '')`,
    [rows[0]!.id, regionId, name],
  );
  return rows[0]!.id;
}
