import { smallCityServer } from './support/small-city-server';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';

const CREATE = `mutation ($name: String!, $scope: TokenScope!, $days: Int!, $accountId: ID) {
  createToken(name: $name, scope: $scope, days: $days, accountId: $accountId) { __typename ... on Refusal { code } ... on CreatedToken { secret token { id } } } }`;
const SUBMIT = `mutation ($input: SubmitReportInput!) { submitReport(input: $input) { __typename ... on Refusal { code } ... on Submission { receipt { number } } } }`;

interface Created {
  readonly __typename: string;
  readonly code?: string;
  readonly secret?: string;
  readonly token?: { readonly id: string };
}

describe('tokens of programs', () => {
  const here = smallCityServer(['agency', 'analyst', 'county', 'administrator']);

  async function create(login: string, asked: object): Promise<Created> {
    const variables = { name: '夜间报送', scope: 'file', days: 30, ...asked };
    return (await here.server.ask<{ createToken: Created }>(CREATE, variables, { cookie: here.cookies[login] })).result.createToken;
  }
  async function asProgram(secret: string, query: string, variables: object = {}) {
    const response = await fetch(`${here.server.address}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return {
      status: response.status,
      ...((await response.json()) as { data?: Record<string, unknown>; errors?: { extensions: { code: string } }[] }),
    };
  }
  const filing = () => ({ input: { report: { agencyId: here.city.agency, year: 2023, cells: typedCells(), narrative: PLAIN_NARRATIVE } } });

  it('file the reports of their agency, and nothing else is theirs to change', async () => {
    const { secret } = await create('agency', {});
    expect((await asProgram(secret!, '{ me { login } }')).data).toEqual({ me: { login: 'agency' } });
    expect((await asProgram(secret!, SUBMIT, filing())).data).toMatchObject({ submitReport: { __typename: 'Submission' } });
    for (const mutation of ['createToken(name: "x", scope: read, days: 1) { __typename }', 'revokeToken(id: "1") { __typename }', 'logOut'])
      expect((await asProgram(secret!, `mutation { ${mutation} }`)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('of scope read file nothing', async () => {
    const { secret } = await create('agency', { scope: 'read' });
    expect((await asProgram(secret!, SUBMIT, filing())).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(
      (await asProgram(secret!, `{ reports(filter: { agencyId: "${here.city.agency}", year: 2023 }) { items { state } } }`)).data,
    ).toMatchObject({
      reports: { items: [{ state: 'submitted' }] },
    });
  });

  it('are refused where they may not be had', async () => {
    expect(await create('analyst', { scope: 'file' })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await create('analyst', { scope: 'read' })).toMatchObject({ __typename: 'CreatedToken' });
    const me = await here.server.ask<{ me: { id: string } }>('{ me { id } }', {}, { cookie: here.cookies.agency });
    expect(await create('county', { scope: 'read', accountId: me.result.me.id })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await create('administrator', { accountId: me.result.me.id })).toMatchObject({ __typename: 'CreatedToken' });
    expect(await create('administrator', { accountId: '99999' })).toMatchObject({ code: 'UNKNOWN_ACCOUNT' });
    for (const name of ['夜间\n报送', 'a\u0085b', '\u2067x']) expect(await create('agency', { name })).toMatchObject({ code: 'BAD_NAME' });
    for (const wrong of [{ days: 0 }, { days: 4000 }, { name: ' ' }])
      expect(await create('agency', wrong)).toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('that are revoked, expired, unknown or of a disabled account open nothing: 401', async () => {
    const { secret, token } = await create('agency', {});
    await here.server.ask(`mutation { revokeToken(id: "${token!.id}") { __typename } }`, {}, { cookie: here.cookies.agency });
    const expired = await create('agency', {});
    await here.database.owner.query(
      `UPDATE tokens SET created_at = now() - interval '2 days', expires_at = now() - interval '1 day' WHERE id = $1`,
      [expired.token!.id],
    );
    const disabled = await create('analyst', { scope: 'read' });
    await here.database.owner.query(`UPDATE accounts SET disabled = true WHERE login = 'analyst'`);
    for (const dead of [secret!, expired.secret!, disabled.secret!, 'gk_unknown']) {
      expect(await asProgram(dead, '{ me { login } }')).toMatchObject({
        status: 401,
        errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
      });
      const exported = await fetch(
        `${here.server.address}/exports/series.csv?indicators=new_received&region=${here.city.city}&from=2023&to=2023`,
        {
          headers: { authorization: `Bearer ${dead}` },
        },
      );
      expect(exported.status).toBe(401);
    }
  });

  it('are kept nowhere', async () => {
    const { secret } = await create('agency', {});
    const { rows } = await here.database.owner.query<{ dump: string }>(
      `SELECT (SELECT string_agg(t::text, ' ') FROM tokens t) || (SELECT string_agg(a::text, ' ') FROM audit_entries a) AS dump`,
    );
    expect(rows[0]!.dump).not.toContain(secret!.slice(3));
  });
});
