import { type SubmissionSeen, decide, submit } from './support/filing';
import { peopleOf, series } from './support/series';
import { smallCityServer } from './support/small-city-server';
import { PLAIN_NARRATIVE, grantedCells } from './support/typed-cells';

interface DiffSeen {
  readonly code?: string;
  readonly cells: readonly { readonly cell: string; readonly before: object; readonly after: object }[];
}

describe('a figure that was amended', () => {
  const small = smallCityServer(['agency', 'neighbour', 'city', 'analyst']);
  const moments: Record<'first' | 'accepted', string> = { first: '', accepted: '' };

  const file = async (who: 'agency' | 'neighbour', count: string, amends: object = {}): Promise<string> => {
    const { server, city, cookies } = small;
    const filing = { agencyId: city[who], year: 2022, cells: grantedCells(count), narrative: PLAIN_NARRATIVE, ...amends };
    const sent = (await submit(server, cookies[who], filing)) as SubmissionSeen;
    await decide(server, cookies.city, 'acceptReport', sent.edition.id);
    return sent.edition.id;
  };
  const publish = (id: string): Promise<unknown> => decide(small.server, small.cookies.city, 'publishReport', id);
  /** Just after what happened last, and before what comes. */
  const moment = async (): Promise<string> => {
    const { rows } = await small.database.owner.query<{ at: Date }>('SELECT max(at) AS at FROM edition_events');
    await new Promise((resolve) => setTimeout(resolve, 20));
    return new Date(rows[0]!.at.getTime() + 1).toISOString();
  };

  beforeAll(async () => {
    await publish(await file('agency', '10'));
    await publish(await file('neighbour', '5'));
    moments.first = await moment();
    const amendment = await file('agency', '12', { reasonClass: 'correction', reason: '漏统两件申请' });
    moments.accepted = await moment();
    await publish(amendment);
  }, 60_000);

  const asked = (more: object = {}) => ({
    indicators: ['new_received', 'disclosure_rate'],
    scope: { regionId: small.city.city },
    years: { from: 2022, to: 2022 },
    ...more,
  });
  const received = async (more: object = {}, cookie?: string) => (await series(small.server, asked(more), cookie)).new_received![0]!;

  it('shows the latest by default and says what was published first, since when and why it is another', async () => {
    const point = await received();
    expect(point).toMatchObject({
      value: '17',
      coverage: { expected: 3, reported: 2, missing: 1, leftOut: 0 },
      restated: { first: '15', reasonClasses: ['correction'], reports: 1 },
    });
    expect(point.restated!.since > moments.accepted).toBe(true);
  });

  it('leaves unmarked what the amendment did not change', async () => {
    const rate = (await series(small.server, asked())).disclosure_rate![0]!;
    expect(rate).toMatchObject({ value: '1.000000', numerator: '17', restated: { first: '1.000000' } });
    const other = await series(small.server, asked({ indicators: ['denied', 'normative_in_force'] }));
    expect([other.denied![0]!.restated, other.normative_in_force![0]!.restated]).toEqual([null, null]);
  });

  it('answers as of a moment what was known then, and the first publication where asked', async () => {
    expect(await received({ asOf: moments.first })).toMatchObject({ value: '15', restated: null, coverage: { reported: 2, missing: 1 } });
    expect(await received({ asOf: moments.accepted })).toMatchObject({ value: '15', restated: null });
    expect(await received({ asOf: new Date().toISOString() })).toMatchObject({ value: '17', restated: { first: '15' } });
    expect(await received({ edition: 'first_published' })).toMatchObject({ value: '15', restated: null });
    expect(await received({ asOf: '2023-06-01T00:00:00Z' })).toMatchObject({
      value: null,
      noValue: 'nobody_reported',
      coverage: { expected: 3 },
    });
    expect(await received({ asOf: '2022-06-01T00:00:00Z' })).toMatchObject({ value: null, coverage: { expected: 0 } });
  });

  it('knows accepted figures as of a moment for those who oversee them, and does not for those who see only what stands', async () => {
    const { cookies } = small;
    const accepted = { state: 'accepted', asOf: moments.accepted };
    expect(await received(accepted, cookies.city)).toMatchObject({ value: '17', restated: { first: '15' } });
    await expect(received(accepted, cookies.analyst)).rejects.toThrow('NOT_ALLOWED');
    await expect(received(accepted)).rejects.toThrow('NOT_ALLOWED');
  });

  it('restates by every way the figures are parted', async () => {
    const { server, city } = small;
    const agencies = await series(server, asked({ groupBy: 'agency' }));
    expect(agencies['new_received@青禾县统计局']![0]!.restated).toMatchObject({ first: '10' });
    expect(agencies['new_received@青禾县林业局']![0]!.restated).toBeNull();
    const applicants = await series(server, asked({ indicators: ['new_received'], groupBy: 'applicant' }));
    expect(applicants['new_received@自然人']![0]!).toMatchObject({ value: '17', restated: { first: '15' }, coverage: { reported: 2 } });
    const regions = await series(server, asked({ groupBy: 'region' }));
    expect(regions['new_received@青禾县']![0]!.restated).toMatchObject({ first: '15' });
    const alone = await series(server, asked({ scope: { agencyId: city.agency } }));
    expect(alone.new_received![0]!).toMatchObject({ value: '12', restated: { first: '10' } });
  });

  it('says the same in the file', async () => {
    const query = `indicators=new_received&region=${small.city.city}&from=2022&to=2022`;
    const line = async (more = ''): Promise<Record<string, string>> => {
      const [head, row] = (await (await fetch(`${small.server.address}/exports/series.csv?${query}${more}`)).text()).trim().split('\r\n');
      const values = row!.split(',');
      return Object.fromEntries(
        head!
          .replace('\uFEFF', '')
          .split(',')
          .map((title, at) => [title, values[at]!]),
      );
    };
    expect(await line()).toMatchObject({
      value: '17',
      restated: 'restated',
      first_value: '15',
      restated_reasons: 'correction',
      missing: '1',
    });
    expect(await line(`&as_of=${moments.first}`)).toMatchObject({ value: '15', restated: '', first_value: '', as_of: moments.first });
    expect(await line('&edition=first_published')).toMatchObject({ value: '15', edition: 'first_published' });
  });

  it('differs from what it amends cell by cell, with the reason, for those who may see both', async () => {
    const { server, cookies, city } = small;
    const side = '{ state amount raw }';
    const diff = async (before: string, after: string, cookie?: string) =>
      (
        await server.ask<{ editionDiff: DiffSeen }>(
          `query ($before: ID!, $after: ID!) { editionDiff(before: $before, after: $after) { ... on Refusal { code } ... on EditionDiff { reasonClass reason
            cells { cell before ${side} after ${side} } narrative { section before after } declared { code before after } } } }`,
          { before, after },
          { cookie },
        )
      ).result.editionDiff;
    const { rows } = await small.database.owner.query<{ id: string }>(
      'SELECT e.id::text FROM editions e JOIN reports r ON r.id = e.report_id WHERE r.agency_id = $1 AND r.year = 2022 ORDER BY e.number',
      [city.agency],
    );
    const [first, amended] = rows.map(({ id }) => id);
    const told = await diff(first!, amended!);
    const one = { state: 'number', amount: '10', raw: '10' };
    expect(told).toMatchObject({ reasonClass: 'correction', reason: '漏统两件申请', narrative: [], declared: [] });
    expect(told.cells).toHaveLength(6);
    expect(told.cells).toContainEqual({ cell: 's3/granted/total', before: one, after: { state: 'number', amount: '12', raw: '12' } });
    expect((await diff(amended!, amended!)).cells).toEqual([]);
    const narrative = [{ section: 's1', text: '全年公开政府信息。' }, ...PLAIN_NARRATIVE.slice(1)];
    const unpublished = await file('neighbour', '5', { narrative, reasonClass: 'late_addition', reason: '补充报送第一部分' });
    const { rows: held } = await small.database.owner.query<{ id: string }>(
      'SELECT predecessor_id::text AS id FROM editions WHERE id = $1',
      [unpublished],
    );
    expect(await diff(held[0]!.id, unpublished)).toMatchObject({ code: 'UNKNOWN_EDITION' });
    expect(await diff(held[0]!.id, unpublished, cookies.agency)).toMatchObject({ code: 'UNKNOWN_EDITION' });
    expect(await diff(held[0]!.id, unpublished, cookies.neighbour)).toMatchObject({
      cells: [],
      narrative: [{ section: 's1', before: PLAIN_NARRATIVE[0].text, after: '全年公开政府信息。' }],
    });
  });

  it('shows the editions of a report as they stood at a moment', async () => {
    const { server, database, city } = small;
    const { rows } = await database.owner.query<{ id: string }>('SELECT id::text FROM reports WHERE agency_id = $1 AND year = 2022', [
      city.agency,
    ]);
    const known = async (moment: string) =>
      (
        await server.ask<{ report: { asOf: unknown } }>(
          'query ($id: ID!, $moment: DateTime!) { report(id: $id) { asOf(moment: $moment) { editions { edition { number } state } latest { number } published { number } } } }',
          { id: rows[0]!.id, moment },
        )
      ).result.report.asOf;
    const first = { edition: { number: 1 }, state: 'published' };
    expect(await known('2023-01-01T00:00:00Z')).toEqual({ editions: [], latest: null, published: null });
    expect(await known(moments.first)).toEqual({ editions: [first], latest: { number: 1 }, published: { number: 1 } });
    expect(await known(moments.accepted)).toEqual({
      editions: [{ edition: { number: 2 }, state: 'accepted' }, first],
      latest: { number: 2 },
      published: { number: 1 },
    });
  });

  it('names who is missing, and who was then', async () => {
    const { server, city } = small;
    const people = (part: string, more: object = {}) =>
      peopleOf(server, { indicator: 'new_received', scope: { regionId: city.city }, year: 2022, part, ...more });
    expect((await people('missing')).items.map(({ name }) => name)).toEqual(['南川县统计局']);
    expect((await people('missing', { asOf: '2023-06-01T00:00:00Z' })).total).toBe(3);
    const first = await people('counted', { first: 1 });
    expect(first).toMatchObject({ total: 2, after: '1' });
    expect((await people('counted', { first: 1, after: first.after })).items).toHaveLength(1);
    expect((await people('counted', { groupBy: 'region', group: city.otherCounty })).total).toBe(0);
    await expect(people('missing', { state: 'accepted' })).rejects.toThrow('NOT_ALLOWED');
  });
});
