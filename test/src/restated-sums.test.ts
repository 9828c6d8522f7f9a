import { type SubmissionSeen, decide, submit } from './support/filing';
import { command } from './support/fresh-database';
import { series } from './support/series';
import { smallCityServer } from './support/small-city-server';
import { PLAIN_NARRATIVE, grantedCells } from './support/typed-cells';

type Who = 'agency' | 'neighbour' | 'foreign';
interface Verdict {
  readonly differs: Readonly<Record<string, unknown>> | null;
}

/** An amendment after the other, as (agency, requests, reason). */
const AMENDMENTS: readonly (readonly [Who, string, string])[] = [
  ['agency', '12', 'correction'],
  ['neighbour', '7', 'late_addition'],
  ['foreign', '8', 'correction'],
  ['neighbour', '6', 'correction'],
  // What was first published stands again, so that nothing is restated by this agency.
  ['agency', '10', 'correction'],
  ['foreign', '7', 'definition_change'],
  ['agency', '11', 'late_addition'],
];
const FIRST: Readonly<Record<Who, string>> = { agency: '10', neighbour: '5', foreign: '7' };

describe('sums of what was restated', () => {
  const small = smallCityServer(['agency', 'neighbour', 'foreign', 'city']);
  const file = async (who: Who, count: string, amends: object = {}): Promise<void> => {
    const filing = { agencyId: small.city[who], year: 2022, cells: grantedCells(count), narrative: PLAIN_NARRATIVE, ...amends };
    const { edition } = (await submit(small.server, small.cookies[who], filing)) as SubmissionSeen;
    await decide(small.server, small.cookies.city, 'acceptReport', edition.id);
    await decide(small.server, small.cookies.city, 'publishReport', edition.id);
  };
  const verify = async (): Promise<Verdict['differs']> =>
    (JSON.parse(await command(small.database.url, 'verify', 'rollups').catch((failed: { stdout: string }) => failed.stdout)) as Verdict)
      .differs;
  const kept = async (): Promise<readonly object[]> =>
    (await small.database.owner.query<object>('SELECT * FROM restated_sums ORDER BY restated_sums')).rows;
  const restated = async (groupBy: string) => {
    const asked = { indicators: ['new_received'], scope: { regionId: small.city.city }, years: { from: 2022, to: 2022 }, groupBy };
    return Object.fromEntries(Object.entries(await series(small.server, asked)).map(([name, [point]]) => [name, point!.restated]));
  };

  beforeAll(async () => {
    for (const who of ['agency', 'neighbour', 'foreign'] as const) await file(who, FIRST[who]);
  }, 60_000);

  it('are none while nothing is', async () => {
    expect(await kept()).toEqual([]);
  });

  it('follow each amendment, and a rebuilding leaves them as they are', async () => {
    const now = { ...FIRST };
    const reasons = new Map<Who, Set<string>>();
    for (const [who, count, reasonClass] of AMENDMENTS) {
      await file(who, count, { reasonClass, reason: '核对后更正' });
      now[who] = count;
      reasons.set(who, (reasons.get(who) ?? new Set()).add(reasonClass));
      const differing = (Object.keys(FIRST) as Who[]).filter((each) => now[each] !== FIRST[each]);
      const total = Number(FIRST.agency) + Number(FIRST.neighbour) + Number(FIRST.foreign);
      expect((await restated('none')).new_received).toMatchObject({
        first: String(total),
        reports: differing.length,
        reasonClasses: [...new Set(differing.flatMap((each) => [...reasons.get(each)!]))].sort(),
      });
      expect(await verify()).toBeNull();
    }
    const before = await kept();
    await command(small.database.url, 'rebuild', 'rollups');
    expect(await kept()).toEqual(before);
  }, 120_000);

  it('say since when of those that still differ, though a later amendment differs no longer', async () => {
    const { rows } = await small.database.owner.query<{ at: Date }>(
      `SELECT v.at FROM edition_events v JOIN editions e ON e.id = v.edition_id JOIN reports r ON r.id = e.report_id
       WHERE r.agency_id = $1 AND v.state = 'published' ORDER BY v.at`,
      [small.city.neighbour],
    );
    await file('agency', '10', { reasonClass: 'correction', reason: '核对后更正' });
    const { new_received: point } = await restated('none');
    expect(point).toMatchObject({ reports: 1, since: rows.at(-1)!.at.toISOString() });
    expect(await verify()).toBeNull();
  });

  it('are those of a region and of those below it apart', async () => {
    expect(await restated('region')).toMatchObject({
      'new_received@青禾县': { first: '15', reports: 1 },
      'new_received@南川县': null,
    });
  });

  it.each([
    ['a sum', `UPDATE restated_sums SET numerators = numerators[2:] || 5::bigint`, 'restated'],
    ['a moment', `UPDATE restated_sums SET since = array_fill(now(), ARRAY[cardinality(since)])`, 'restated'],
    ['a sum that vanished', `DELETE FROM restated_sums WHERE side = 'first'`, 'restated'],
    ['another first edition', `UPDATE standings SET first_edition_id = 1 WHERE first_edition_id IS NOT NULL`, 'restatement'],
    ['another reason', `UPDATE standings SET reason_classes = '{}' WHERE first_edition_id IS NOT NULL`, 'restatement'],
  ])('are verified: %s, and rebuilding mends it', async (_, statement, of) => {
    await small.database.owner.query(statement);
    expect(await verify()).toMatchObject({ of });
    await command(small.database.url, 'rebuild', 'rollups');
    expect(await verify()).toBeNull();
  });
});
