import { smallCityServer } from './support/small-city-server';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';

const YEAR = 2023;
const LOGINS = ['agency', 'neighbour', 'county', 'other-county', 'city', 'analyst', 'administrator'];
/** Everybody who may ask: people, the public, and programs with a token of the agency's account. */
const CALLERS = [...LOGINS, 'public', 'reading program', 'filing program'];

/** An object's flag, and the act it promises. */
interface Promised {
  readonly flag: string;
  /** Gives the flag as `flag`, or nothing where the caller does not see the object. */
  readonly ask: string;
  readonly act: string;
  readonly input?: () => unknown;
}

/** An id that no row has. */
const NOBODY = '999999';
const PERSON = ['Account.createToken', 'Token.revoke'];
const SUPERVISOR = ['Region.addRule', 'LocalRule.change', 'LocalRule.retire', 'Agency.stateApplicability', ...PERSON];
const FILER = ['Report.draft', 'Draft.save', 'Draft.submit', 'Draft.discard', 'Report.submit', 'Report.withdraw'];
/** The county returns what the city accepts and publishes. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  agency: [...PERSON, ...FILER],
  neighbour: PERSON,
  county: [...SUPERVISOR, 'Report.return'],
  'other-county': PERSON,
  city: [...SUPERVISOR, 'Report.accept', 'Report.publish'],
  analyst: PERSON,
  administrator: ['Platform.keepRegisters', 'Agency.stateApplicability', 'Agency.reorganise', ...PERSON],
  public: [],
  'reading program': [],
  'filing program': FILER.filter((flag) => flag !== 'Report.withdraw'),
};

describe('what an object says the caller may do', () => {
  const here = smallCityServer(LOGINS);
  const secrets: Record<string, string> = {};
  const seen: Record<string, string> = {};

  beforeAll(async () => {
    for (const [name, scope] of [
      ['reading program', 'read'],
      ['filing program', 'file'],
    ] as const) {
      const made = await ask(
        'agency',
        `mutation { act: createToken(name: "${name}", scope: ${scope}, days: 1) { ... on CreatedToken { secret token { id } } } }`,
      );
      const { secret, token } = made.data!.act as { secret: string; token: { id: string } };
      secrets[name] = secret;
      seen.token = token.id;
    }
    const rule = await ask(
      'county',
      `mutation ($input: LocalRuleInput!) { act: saveLocalRule(input: $input) { ... on LocalRule { id } } }`,
      rule_(),
    );
    seen.rule = (rule.data!.act as { id: string }).id;
    const { rows } = await here.database.owner.query<{ id: string }>('SELECT id FROM reports WHERE agency_id = $1 AND year = $2', [
      here.city.agency,
      YEAR,
    ]);
    seen.report = rows[0]!.id;
    await ask('agency', SUBMIT, report());
    const filed = await here.database.owner.query<{ id: string }>('SELECT id FROM editions');
    seen.edition = filed.rows[0]!.id;
  }, 60_000);

  const SUBMIT = 'mutation ($input: SubmitReportInput!) { act: submitReport(input: $input) { __typename ... on Refusal { code } } }';
  const rule_ = (id?: string) => ({
    id,
    why: id === undefined ? null : '改正规则的措辞',
    regionId: here.city.county,
    form: 'gb2021_30',
    grid: 'requests',
    each: 'column',
    left: ['new_received'],
    right: ['total_processed'],
    relation: 'at_least',
    missing: 'zero',
    says: { zh: '办理总数不多于新收。', en: 'No more is processed than was received.' },
    basis: '县里的要求',
    remedy: { zh: '核对。', en: 'Check.' },
  });
  let filings = 0;
  const report = () => {
    filings += 1;
    const narrative = PLAIN_NARRATIVE.map((part) => (part.section === 's1' ? { ...part, text: `${part.text}第${filings}次。` } : part));
    return { report: { agencyId: here.city.agency, year: YEAR, cells: typedCells(), narrative } };
  };

  const promises = (steps: readonly string[]): readonly Promised[] => [
    {
      flag: 'Platform.keepRegisters',
      ask: '{ platform { may { flag: keepRegisters } } }',
      act: 'mutation { act: saveRegisters(input: {}, dryRun: true) { __typename } }',
    },
    {
      flag: 'Region.addRule',
      ask: `{ region(id: "${here.city.county}") { may { flag: addRule } } }`,
      act: 'mutation ($input: LocalRuleInput!) { act: saveLocalRule(input: $input) { __typename } }',
      input: () => rule_(),
    },
    {
      flag: 'LocalRule.change',
      ask: `{ localRules(regionId: "${here.city.county}") { id may { flag: change } } }`,
      act: 'mutation ($input: LocalRuleInput!) { act: saveLocalRule(input: $input) { __typename } }',
      input: () => rule_(seen.rule),
    },
    {
      flag: 'LocalRule.retire',
      ask: `{ localRules(regionId: "${here.city.county}") { id may { flag: retire } } }`,
      act: `mutation { act: retireLocalRule(id: "${seen.rule}", reason: "已写入表式") { __typename } }`,
    },
    {
      flag: 'Agency.stateApplicability',
      ask: `{ agency(id: "${here.city.agency}") { may { flag: stateApplicability } } }`,
      act: `mutation { act: stateApplicability(agencyId: "${here.city.agency}", row: "regulations", applies: false, fromYear: 2022, basis: "立法法") { __typename } }`,
    },
    {
      flag: 'Agency.reorganise',
      ask: `{ agency(id: "${here.city.agency}") { may { flag: reorganise } } }`,
      act: `mutation { act: reorganise(input: { kind: rename, on: "2026-01-01", basis: "机构改革方案", agencies: ["${here.city.agency}"], name: "青禾县统计和数据局" }) { __typename ... on Refusal { code } } }`,
    },
    {
      flag: 'Account.disable',
      ask: '{ me { id may { flag: disable } } }',
      act: `mutation { act: disableAccount(id: "OWN") { __typename } }`,
    },
    {
      flag: 'Account.createToken',
      ask: '{ me { id may { flag: createToken } } }',
      act: 'mutation { act: createToken(name: "x", scope: read, days: 1) { __typename } }',
    },
    {
      flag: 'Token.revoke',
      ask: '{ tokens { id may { flag: revoke } } }',
      act: 'mutation { act: revokeToken(id: "OWN") { __typename } }',
    },
    {
      flag: 'Report.draft',
      ask: `{ report(id: "${seen.report}") { may { flag: draft } } }`,
      act: `mutation { act: saveDraft(input: { agencyId: "${here.city.agency}", year: ${YEAR}, version: 0, content: {} }) { __typename } }`,
    },
    {
      flag: 'Draft.save',
      ask: `{ draft(agencyId: "${here.city.agency}", year: ${YEAR}) { may { flag: save } } }`,
      act: `mutation { act: saveDraft(input: { agencyId: "${here.city.agency}", year: ${YEAR}, version: 1, content: { reason: "x" } }) { __typename } }`,
    },
    {
      flag: 'Draft.submit',
      ask: `{ draft(agencyId: "${here.city.agency}", year: ${YEAR}) { may { flag: submit } } }`,
      act: `mutation { act: submitDraft(agencyId: "${here.city.agency}", year: ${YEAR}, version: VERSION) { __typename ... on Refusal { code } } }`,
    },
    {
      flag: 'Draft.discard',
      ask: `{ draft(agencyId: "${here.city.agency}", year: ${YEAR}) { may { flag: discard } } }`,
      act: `mutation { act: discardDraft(agencyId: "${here.city.agency}", year: ${YEAR}, version: VERSION) { __typename } }`,
    },
    { flag: 'Report.submit', ask: `{ report(id: "${seen.report}") { may { flag: submit } } }`, act: SUBMIT, input: report },
    ...steps.map((step) => ({
      flag: `Report.${step}`,
      ask: `{ report(id: "${seen.report}") { decidable { id may { flag: ${step} } } may { flag: ${step} } } }`,
      act: `mutation { act: ${step}Report(editionId: "EDITION"${step === 'withdraw' || step === 'return' ? ', reason: "请核对第三部分的数据"' : ''}) { __typename } }`,
    })),
  ];

  it.each(CALLERS)('is what the server does: %s', async (caller) => {
    const allowed: string[] = [];
    await ask('agency', SUBMIT, report());
    const steps = caller === 'city' ? ['withdraw', 'accept', 'publish', 'return'] : ['withdraw', 'return', 'accept', 'publish'];
    for (const { flag, ask: question, act, input } of promises(steps)) {
      const said = flagsIn((await ask(caller, question)).data);
      const promised = said.length > 0 && said.every((one) => one);
      expect([flag, said.every((one) => one === promised)]).toEqual([flag, true]);
      const answer = await ask(caller, await filled(act, caller), input?.());
      const done = answer.errors === undefined && !['Refusal', undefined].includes((answer.data!.act as { __typename: string }).__typename);
      const { code } = (answer.data?.act ?? {}) as { code?: string };
      const refusedForContent = code === 'REPORT_HAS_ERRORS' || code === 'NEEDS_REASON';
      if (said.length > 0 || done) expect([flag, done || refusedForContent]).toEqual([flag, promised]);
      if (promised) allowed.push(flag);
    }
    expect(allowed).toEqual(ALLOWED[caller]);
  });

  /** Ids that are known only when the act is due. */
  async function filled(act: string, caller: string): Promise<string> {
    const { owner } = here.database;
    const one = async (sql: string) => (await owner.query<{ id: string }>(sql)).rows[0]?.id ?? NOBODY;
    const login = secrets[caller] === undefined ? caller : 'agency';
    const own = act.includes('revokeToken')
      ? `SELECT t.id FROM tokens t JOIN accounts a ON a.id = t.account_id WHERE a.login = '${login}' AND t.name = 'x' ORDER BY t.id DESC LIMIT 1`
      : `SELECT id FROM accounts WHERE login = '${login}'`;
    return act
      .replace('OWN', await one(own))
      .replace('VERSION', await one('SELECT version AS id FROM drafts'))
      .replace('EDITION', await one('SELECT id FROM editions ORDER BY id DESC LIMIT 1'));
  }

  interface Said {
    readonly data: Readonly<Record<string, unknown>> | null | undefined;
    readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
  }

  async function ask(caller: string, query: string, input?: unknown): Promise<Said> {
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (here.cookies[caller] !== undefined) headers.cookie = here.cookies[caller];
    if (secrets[caller] !== undefined) headers.authorization = `Bearer ${secrets[caller]}`;
    const response = await fetch(`${here.server.address}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables: { input } }),
    });
    const said = (await response.json()) as Said;
    if (said.errors?.some(({ extensions }) => extensions.code !== 'FORBIDDEN')) throw new Error(JSON.stringify(said.errors));
    return said;
  }
});

/** Every `flag` in an answer, however deep. */
function flagsIn(answer: unknown): readonly boolean[] {
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([name, value]) => (name === 'flag' ? [value as boolean] : flagsIn(value)));
}
