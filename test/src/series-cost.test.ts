import { smallCityServer } from './support/small-city-server';

const ASKED = `query ($region: ID!) { indicatorSeries(indicators: ["new_received", "total_processed"], scope: { regionId: $region },
  years: { from: 2020, to: 2020 }, asOf: "2026-01-01T00:00:00Z") { __typename ... on Refusal { code message { zh en } } } }`;

describe('what a series costs', () => {
  const here = smallCityServer(['city']);

  const ask = async (cookie?: string): Promise<Seen> => {
    const { result } = await here.server.ask<{ indicatorSeries: Seen }>(ASKED, { region: here.city.city }, { cookie });
    return result.indicatorSeries;
  };

  it('is settled before it is asked: the public is told in words to ask for less of a nation, an account is answered', async () => {
    expect(await ask()).toEqual({ __typename: 'IndicatorSeries' });
    await here.database.owner.query(
      `INSERT INTO rollups (region_id, year, agency_kind, state, reports, late) VALUES ($1, 2020, 'DEPARTMENT', 'due', 2000000, 0)
       ON CONFLICT (region_id, year, agency_kind, state, s2_form, s3_form, s4_form) DO UPDATE SET reports = excluded.reports`,
      [here.city.city],
    );
    const refused = await ask();
    expect(refused).toMatchObject({ __typename: 'Refusal', code: 'BAD_REQUEST' });
    expect(refused.message?.zh).toMatch(/4000000 个数据.*请缩小地区.*登录/);
    expect(refused.message?.en).toMatch(/4000000 figures.*smaller region.*log in/);
    expect(await ask(here.cookies.city)).toEqual({ __typename: 'IndicatorSeries' });
  });
});

interface Seen {
  readonly __typename: string;
  readonly message?: { readonly zh: string; readonly en: string };
}
