import { INDICATORS } from '@gongkai/catalogue';
import { type SubmissionSeen, decide, submit } from './support/filing';
import { series } from './support/series';
import { smallCityServer } from './support/small-city-server';
import { PLAIN_NARRATIVE, grantedCells } from './support/typed-cells';

const YEAR = 2022;
const EFFECTS = `effects { region { id } indicator { code } before after }`;
const DRAFT = `... on Draft { version ${EFFECTS} }`;

interface EffectSeen {
  readonly region: { readonly id: string } | null;
  readonly indicator: { readonly code: string };
  readonly before: string | null;
  readonly after: string | null;
}
interface DraftSeen {
  readonly version: number;
  readonly effects: readonly EffectSeen[] | null;
}

describe('what an amendment would change in the published series', () => {
  const small = smallCityServer(['agency', 'neighbour', 'city']);
  const own = () => ({ agencyId: small.city.agency, year: YEAR });

  const file = async (who: 'agency' | 'neighbour', count: string): Promise<string> => {
    const filing = { agencyId: small.city[who], year: YEAR, cells: grantedCells(count), narrative: PLAIN_NARRATIVE };
    return ((await submit(small.server, small.cookies[who], filing)) as SubmissionSeen).edition.id;
  };
  const publish = async (id: string): Promise<void> => {
    for (const step of ['acceptReport', 'publishReport'] as const) await decide(small.server, small.cookies.city, step, id);
  };
  async function act<Result>(document: string, variables: object): Promise<Result> {
    const { result, errors } = await small.server.ask<{ act: Result }>(document, { ...variables }, { cookie: small.cookies.agency });
    if (errors) throw new Error(JSON.stringify(errors));
    return result.act;
  }
  const read = () =>
    act<DraftSeen>(`query ($agencyId: ID!, $year: Int!) { act: draft(agencyId: $agencyId, year: $year) { version ${EFFECTS} } }`, own());
  const save = (count: string, version: number, cells: readonly object[] = grantedCells(count)) =>
    act<DraftSeen>(`mutation ($input: SaveDraftInput!) { act: saveDraft(input: $input) { __typename ${DRAFT} } }`, {
      input: { ...own(), version, content: { cells, narrative: PLAIN_NARRATIVE, reasonClass: 'correction', reason: '漏统两件申请' } },
    });

  /** By place (the agency's own first) and indicator, what is published now. */
  async function published(): Promise<ReadonlyMap<string, string | null>> {
    const { agency, county, city } = small.city;
    const values = new Map<string, string | null>();
    const regions = [county, city].map((id) => ({ place: id, scope: { regionId: id } }));
    for (const { place, scope } of [{ place: '', scope: { agencyId: agency } }, ...regions]) {
      const found = await series(small.server, { indicators: INDICATORS.map(({ code }) => code), scope, years: { from: YEAR, to: YEAR } });
      for (const [code, points] of Object.entries(found)) values.set(`${place} ${code}`, points[0]!.value);
    }
    return values;
  }

  it('is told of nothing while nothing is published, or while a cell cannot be read', async () => {
    expect((await save('10', 0)).effects).toBeNull();
    await publish(await file('agency', '10'));
    await publish(await file('neighbour', '5'));
    expect((await read()).effects).toEqual([]);
    const [first, ...others] = grantedCells('12');
    expect((await save('12', (await read()).version, [{ ...first, text: '约十二' }, ...others])).effects).toBeNull();
  });

  it('is exactly what differs once it is published, of the agency and of every region it lies in', async () => {
    const before = await published();
    const draft = await save('12', (await read()).version);
    expect(draft.effects!.find(({ region, indicator }) => region === null && indicator.code === 'new_received')).toMatchObject({
      before: '10',
      after: '12',
    });
    const sent = await act<SubmissionSeen>(
      `mutation ($agencyId: ID!, $year: Int!, $version: Int!) { act: submitDraft(agencyId: $agencyId, year: $year, version: $version) {
         __typename ... on Submission { edition { id } } ... on Refusal { code } } }`,
      { ...own(), version: draft.version },
    );
    await publish(sent.edition.id);
    const after = await published();
    const keyOf = ({ region, indicator }: EffectSeen): string => `${region === null ? '' : region.id} ${indicator.code}`;
    const foretold = draft.effects!.map((effect) => [keyOf(effect), effect.before, effect.after]).sort();
    const differs = [...before].filter(([key, value]) => after.get(key) !== value).map(([key, value]) => [key, value, after.get(key)]);
    expect(foretold.filter(([key]) => before.has(key!))).toEqual(differs.sort());
    expect(new Set(draft.effects!.map(({ region }) => region?.id)).size).toBeGreaterThan(1);
  });
});
