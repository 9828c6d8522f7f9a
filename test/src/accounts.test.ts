import { smallCityServer } from './support/small-city-server';

const ACCOUNTS = `query ($filter: AccountFilter, $first: Int, $after: String) {
  accounts(filter: $filter, first: $first, after: $after) { total after items { login role disabled may { disable } agency { name } region { name } } } }`;

interface Seen {
  readonly total: number;
  readonly after: string | null;
  readonly items: readonly { readonly login: string; readonly disabled: boolean; readonly may: { readonly disable: boolean } }[];
}

describe('the list of accounts', () => {
  const here = smallCityServer(['agency', 'county', 'analyst', 'administrator']);

  async function accounts(login: string | null, variables: Record<string, unknown> = {}): Promise<Seen> {
    const by = login === null ? {} : { cookie: here.cookies[login]! };
    return (await here.server.ask<{ accounts: Seen }>(ACCOUNTS, variables, by)).result.accounts;
  }
  const logins = async (filter: object): Promise<readonly string[]> =>
    (await accounts('administrator', { filter })).items.map(({ login }) => login);

  it('is for administrators and empty for everybody else', async () => {
    const all = ['administrator', 'agency', 'analyst', 'city', 'county', 'foreign', 'neighbour', 'other-county'];
    expect(await logins({})).toEqual(all);
    for (const login of ['agency', 'county', 'analyst', null]) expect(await accounts(login)).toEqual({ total: 0, after: null, items: [] });
  });

  it('is searched by login, name and place, and filtered by role', async () => {
    expect(await logins({ text: 'COUNTY' })).toEqual(['county', 'other-county']);
    expect(await logins({ text: '青禾县' })).toEqual(['agency', 'county', 'neighbour']);
    expect(await logins({ text: '青禾县', role: 'supervisor' })).toEqual(['county']);
    expect(await logins({ text: 'none such' })).toEqual([]);
  });

  it('comes in pages', async () => {
    const first = await accounts('administrator', { first: 5 });
    expect(first).toMatchObject({ total: 8, after: '5' });
    const second = await accounts('administrator', { first: 5, after: first.after });
    expect(second).toMatchObject({ total: 8, after: null });
    expect(second.items.map(({ login }) => login)).toEqual(['foreign', 'neighbour', 'other-county']);
  });

  it('shows who is disabled, and that nobody disables oneself', async () => {
    const { rows } = await here.database.owner.query<{ id: string }>(`SELECT id FROM accounts WHERE login = 'foreign'`);
    await here.server.ask(
      `mutation ($id: ID!) { disableAccount(id: $id) { __typename } }`,
      { id: rows[0]!.id },
      { cookie: here.cookies.administrator },
    );
    expect(await logins({ disabled: true })).toEqual(['foreign']);
    const { items } = await accounts('administrator');
    expect(items.filter(({ may }) => !may.disable).map(({ login }) => login)).toEqual(['administrator']);
  });
});
