import { command } from './support/fresh-database';
import { type FindingSeen, type SubmissionSeen, decide, submit, validate } from './support/filing';
import { smallCityServer } from './support/small-city-server';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';

const YEAR = 2023;
const problems = (name: string, self: string, count: number): string =>
  `${YEAR}年，${name}的政府信息公开工作还有不足：一是解读材料以文字为主，图表和问答偏少；二是${self}答复文书说理不够充分。下一步，${self}将组织培训${count}次。`;
const OTHER = '栏目更新的间隔偏长，历史文件的效力标注还不完整，已经安排专人逐件清理，并把查阅点开放到周末。';
const narrative = (five: string) => [PLAIN_NARRATIVE[0], { section: 's5', text: five }, PLAIN_NARRATIVE[2]];

describe('the same text in reports of several agencies', () => {
  const logins = ['agency', 'neighbour', 'foreign', 'county', 'other-county', 'city', 'analyst', 'administrator'] as const;
  const here = smallCityServer([...logins]);
  let filed: Readonly<Record<'agency' | 'neighbour' | 'foreign', string>>;

  beforeAll(async () => {
    const file = async (whose: 'agency' | 'neighbour' | 'foreign', five: string): Promise<string> => {
      const report = { agencyId: here.city[whose], year: YEAR, cells: typedCells(), narrative: narrative(five) };
      return ((await submit(here.server, here.cookies[whose], report)) as SubmissionSeen).edition.id;
    };
    filed = {
      agency: await file('agency', problems('青禾县统计局', '我局', 3)),
      neighbour: await file('neighbour', OTHER),
      foreign: await file('foreign', problems('南川县统计局', '本局', 12)),
    };
  }, 60_000);

  /** The words of NV-TWIN that somebody reads on an edition. */
  async function told(login: string, id: string): Promise<readonly string[]> {
    const { result } = await here.server.ask<{ edition: { findings: readonly FindingSeen[] } | null }>(
      'query ($id: ID!) { edition(id: $id) { findings { code message { zh } } } }',
      { id },
      { cookie: here.cookies[login] },
    );
    if (result.edition === null) throw new Error(`${login} sees no edition`);
    return twins(result.edition.findings);
  }
  const twins = (findings: readonly Pick<FindingSeen, 'code' | 'message'>[]): readonly string[] =>
    findings.filter(({ code }) => code === 'NV-TWIN').map(({ message }) => message.zh);
  async function tried(login: string | null, five: string): Promise<readonly string[]> {
    const report = { agencyId: here.city.neighbour, year: YEAR, cells: typedCells(), narrative: narrative(five) };
    const seen = await validate(here.server, login === null ? undefined : here.cookies[login], report);
    if (seen.__typename !== 'Validation') throw new Error(seen.code);
    return twins(seen.findings);
  }
  const names = (agency: string) => `“五、存在的主要问题及改进情况”的文字除单位、地名和数字外，与同年度“${agency}”的报告相同。`;

  it('is told to whoever may see both, whichever came first, and to nobody else', async () => {
    expect(await told('city', filed.agency)).toEqual([names('南川县统计局')]);
    expect(await told('administrator', filed.foreign)).toEqual([names('青禾县统计局')]);
    for (const login of ['agency', 'county']) expect([login, await told(login, filed.agency)]).toEqual([login, []]);
    expect(await told('other-county', filed.foreign)).toEqual([]);
  });

  it('is no finding for another text, nor for one too short to mean anything', async () => {
    expect(await told('city', filed.neighbour)).toEqual([]);
    expect(await tried('city', '无。')).toEqual([]);
    expect(await tried('city', OTHER)).toEqual([]);
  });

  it('does not tell by trying texts what nobody published', async () => {
    const text = problems('青禾县林业局', '我局', 1);
    for (const login of [null, 'neighbour', 'analyst']) expect([login, await tried(login, text)]).toEqual([login, []]);
    expect(await tried('county', text)).toEqual([names('青禾县统计局')]);
  });

  it('keeps what texts are compared by from who may not see the edition, whatever SQL asks', async () => {
    const seenBy = async (role: string, region: string): Promise<readonly string[]> => {
      const { owner } = here.database;
      await owner.query('BEGIN');
      try {
        await owner.query(
          `SET LOCAL ROLE gongkai_app; SELECT set_config('gongkai.role', '${role}', true), set_config('gongkai.region', '${region}', true)`,
        );
        return (await owner.query<{ id: string }>('SELECT edition_id AS id FROM section_texts ORDER BY 1')).rows.map(({ id }) => id);
      } finally {
        await owner.query('ROLLBACK');
      }
    };
    expect(await seenBy('supervisor', here.city.county)).toEqual([filed.agency, filed.neighbour].sort());
    expect(await seenBy('supervisor', here.city.city)).toHaveLength(3);
    for (const role of ['anonymous', 'analyst', 'agency', '']) expect([role, await seenBy(role, here.city.county)]).toEqual([role, []]);
  });

  it('is told to everybody once the other report is published, and of one that was returned no more', async () => {
    await decide(here.server, here.cookies['other-county'], 'acceptReport', filed.foreign);
    await decide(here.server, here.cookies['other-county'], 'publishReport', filed.foreign);
    for (const login of ['agency', 'county']) expect([login, await told(login, filed.agency)]).toEqual([login, [names('南川县统计局')]]);
    expect(await tried(null, problems('青禾县林业局', '我局', 1))).toEqual([names('南川县统计局')]);
    await decide(here.server, here.cookies.county, 'returnReport', filed.agency);
    expect(await told('city', filed.foreign)).toEqual([]);
  });

  it('can be worked out again from the editions', async () => {
    const kept = () => here.database.owner.query('SELECT edition_id, section, year, sha256 FROM section_texts ORDER BY 1, 2');
    const { rows } = await kept();
    expect(rows).toHaveLength(3);
    await here.database.owner.query('DELETE FROM section_texts');
    expect(JSON.parse(await command(here.database.url, 'rebuild', 'texts'))).toEqual({ editions: 3, texts: 3 });
    expect((await kept()).rows).toEqual(rows);
  });
});
