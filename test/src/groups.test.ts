import { AGENCY_KINDS } from '@gongkai/model';
import { demoCityServer } from './support/demo-city-server';
import { type SeriesRequest, seriesRows } from './support/series';

jest.setTimeout(120_000);

const YEARS = { from: 2024, to: 2025 };
const PAST = { asOf: '2026-06-01T00:00:00+08:00' };

describe('groups of a series', () => {
  const demo = demoCityServer();

  const groups = async (asked: Partial<SeriesRequest>) => {
    const scope = { regionId: demo.regions['云岭市']! };
    const rows = await seriesRows(demo.server, { indicators: ['new_received'], scope, years: YEARS, ...asked });
    return rows.map(({ group }) => group!);
  };
  const names = async (asked: Partial<SeriesRequest>) => (await groups(asked)).map(({ name }) => name);
  const sql = async <Row>(statement: string): Promise<readonly Row[]> => (await demo.database.owner.query(statement)).rows as Row[];

  /** Of the register, by its codes: the city, and its counties each with their townships. */
  const regions = () =>
    sql<{ name: string; level: string }>(
      `SELECT name, level FROM current_regions ORDER BY code COLLATE "C" NULLS LAST, name COLLATE "zh-Hans-CN-x-icu"`,
    );

  it.each([
    ['as kept', {}],
    ['as of a moment', PAST],
    ['over the agencies of both years', { panel: 'constant' }],
    ['by the organisations of today', { view: 'today' }],
  ] as const)(
    'of regions stand in the order of the register, the own agencies of the region called its own level, %s',
    async (_, asked) => {
      const below = (await regions()).filter(({ level }) => level === 'county' || level === 'functional_zone');
      expect(await names({ groupBy: 'region', ...asked })).toEqual(['云岭市本级', ...below.map(({ name }) => name)]);
    },
  );

  it('of deeper regions call what belongs to the ones between their own level', async () => {
    const found = await names({ groupBy: 'region', level: 'township' });
    const all = (await regions()).map(({ name, level }) => (level === 'township' ? name : `${name}本级`));
    expect(found.length).toBeGreaterThan(8);
    expect(found).toEqual(all.filter((name) => found.includes(name)));
  });

  it('of kinds stand as the model lists them, asked of what is kept and of the reports alike', async () => {
    const kept = (await groups({ groupBy: 'agency_kind' })).map(({ key }) => key);
    expect(kept).toEqual(AGENCY_KINDS.filter((kind) => kept.includes(kind)));
    expect((await groups({ groupBy: 'agency_kind', ...PAST })).map(({ key }) => key)).toEqual(kept);
  });

  it('of agencies stand by region and name, never by their ids as text', async () => {
    const found = await groups({ groupBy: 'agency' });
    const registered = await sql<{ id: string }>(
      `SELECT a.agency_id::text AS id FROM current_agencies a JOIN current_regions r USING (region_id)
       ORDER BY r.code COLLATE "C" NULLS LAST, a.name COLLATE "zh-Hans-CN-x-icu"`,
    );
    const keys = found.map(({ key }) => key);
    expect(keys).toEqual(registered.map(({ id }) => id).filter((id) => keys.includes(id)));
    expect(keys).not.toEqual(keys.toSorted());
  });

  it('of systems stand by name, those of none last', async () => {
    const found = await groups({ groupBy: 'system' });
    const named = found.filter(({ key }) => key !== '-').map(({ name }) => name);
    expect(named).toEqual(named.toSorted(new Intl.Collator('zh-Hans-CN').compare));
    expect(found.findIndex(({ key }) => key === '-')).toBe(found.some(({ key }) => key === '-') ? found.length - 1 : -1);
  });
});
