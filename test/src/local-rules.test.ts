import { type SubmissionSeen, type ValidationSeen, submit, validate } from './support/filing';
import { smallCityServer } from './support/small-city-server';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';

const SAVE = `mutation ($input: LocalRuleInput!) { saveLocalRule(input: $input) { __typename ... on Refusal { code message { zh } }
  ... on LocalRule { id findingCode version author retired versions { version why } } } }`;

interface Saved {
  readonly __typename: string;
  readonly code?: string;
  readonly id?: string;
  readonly findingCode?: string;
  readonly version?: number;
  readonly author?: string;
  readonly message?: { readonly zh: string };
  readonly versions?: readonly { readonly version: number; readonly why: string | null }[];
}

/** What a county asks of its agencies: other processing stays the exception. */
const RULE = {
  form: 'gb2021_30',
  grid: 'requests',
  each: 'column',
  only: ['total'],
  relation: 'at_most',
  left: ['@other'],
  right: ['granted'],
  severity: 'warning',
  missing: 'zero',
  says: { zh: '其他处理不应多于予以公开。', en: 'Other processing does not exceed what was granted.' },
  basis: '青禾县政务公开工作要点',
  remedy: { zh: '逐件核对其他处理的申请。', en: 'Look at each request processed otherwise.' },
};

describe('rules of a region', () => {
  const here = smallCityServer(['agency', 'foreign', 'county', 'other-county', 'city', 'analyst', 'administrator']);
  let id = '';

  async function save(login: string | null, changes: object = {}): Promise<Saved> {
    const answer = await here.server.ask<{ saveLocalRule: Saved }>(
      SAVE,
      { input: { ...RULE, regionId: here.city.county, ...changes } },
      { cookie: login === null ? undefined : here.cookies[login] },
    );
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.result.saveLocalRule;
  }
  const cells = typedCells({
    's3/new_received/natural_person': '3',
    's3/new_received/total': '3',
    's3/other_misc/natural_person': '3',
    's3/other_misc/total': '3',
    's3/total_processed/natural_person': '3',
    's3/total_processed/total': '3',
  });
  async function found(agencyId: string) {
    const checked = (await validate(here.server, here.cookies.agency, {
      agencyId,
      year: 2023,
      cells,
      narrative: PLAIN_NARRATIVE,
    })) as ValidationSeen;
    return checked.findings.filter(({ code }) => code.startsWith('LR-'));
  }

  it.each([
    [null, 'NOT_LOGGED_IN'],
    ['agency', 'NOT_ALLOWED'],
    ['analyst', 'NOT_ALLOWED'],
    ['other-county', 'NOT_ALLOWED'],
    ['administrator', 'NOT_ALLOWED'],
  ])('are not for %s to write, well or badly', async (login, code) => {
    expect(await save(login)).toMatchObject({ __typename: 'Refusal', code });
    expect(await save(login, { right: [] })).toMatchObject({ __typename: 'Refusal', code });
  });

  it.each([
    [{ severity: 'error' }, 'error'],
    [{ grid: 'dogs' }, 'dogs'],
    [{ left: ['@cats'] }, 'cats'],
    [{ right: [] }, 'right'],
    [{ says: { zh: ' ', en: 'x' } }, 'says'],
  ])('are refused in words where they are not in the language, and never bind: %j', async (changes, words) => {
    const refused = await save('county', changes);
    expect(refused).toMatchObject({ code: 'BAD_RULE' });
    expect(refused.message!.zh).toContain(words);
  });

  it('hold from the next check on, in their region and below, with version and author in their basis', async () => {
    expect(await found(here.city.agency)).toEqual([]);
    const saved = await save('county');
    expect(saved).toMatchObject({ __typename: 'LocalRule', version: 1, author: 'county' });
    id = saved.id!;
    expect(await found(here.city.agency)).toEqual([
      expect.objectContaining({ code: saved.findingCode, severity: 'warning', expected: '3', found: '0' }),
    ]);
    expect(await found(here.city.foreign)).toEqual([]);
    const answer = await here.server.ask<{ localRules: { findingCode: string; basis: string }[] }>(
      `{ localRules(regionId: "${here.city.county}") { findingCode basis } }`,
    );
    expect(answer.result.localRules).toEqual([{ findingCode: saved.findingCode, basis: RULE.basis }]);
  });

  it('are replaced by their next version, which says why, and what was found before stays as it was found', async () => {
    const filed = (await submit(here.server, here.cookies.agency, {
      agencyId: here.city.agency,
      year: 2023,
      cells,
      narrative: PLAIN_NARRATIVE,
    })) as SubmissionSeen;
    expect(filed.edition.findings.map(({ code }) => code)).toContain(`LR-${id}`);
    expect(await save('county', { id })).toMatchObject({ code: 'NEEDS_REASON' });
    expect(await save('city', { id, why: '放宽为不大于', right: ['granted', 'new_received'] })).toMatchObject({
      version: 2,
      versions: [
        { version: 2, why: '放宽为不大于' },
        { version: 1, why: null },
      ],
    });
    expect(await found(here.city.agency)).toEqual([]);
    const { rows } = await here.database.owner.query<{ finding: { basis: string } }>(`SELECT finding FROM findings WHERE code = $1`, [
      `LR-${id}`,
    ]);
    expect(rows[0]!.finding.basis).toContain('第1版');
  });

  it('end by being retired, and stay readable', async () => {
    await save('county', { id, why: '恢复原来的写法' });
    expect(await found(here.city.agency)).toHaveLength(1);
    const retire = `mutation { retireLocalRule(id: "${id}", reason: "不再需要这条规则") { __typename ... on Refusal { code } ... on LocalRule { version retired } } }`;
    const as = async (login: string) =>
      (await here.server.ask<{ retireLocalRule: unknown }>(retire, {}, { cookie: here.cookies[login] })).result.retireLocalRule;
    expect(await as('other-county')).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await as('county')).toEqual({ __typename: 'LocalRule', version: 4, retired: true });
    expect(await as('county')).toMatchObject({ code: 'UNKNOWN_RULE' });
    expect(await found(here.city.agency)).toEqual([]);
    await expect(here.database.owner.query('DELETE FROM local_rule_versions')).rejects.toThrow('kept for ever');
  });
});
