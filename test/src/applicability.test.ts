import { type ValidationSeen, validate } from './support/filing';
import { smallCityServer } from './support/small-city-server';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';

const STATE = `mutation ($agencyId: ID!, $row: String!, $applies: Boolean!, $fromYear: Int!, $basis: String!) {
  stateApplicability(agencyId: $agencyId, row: $row, applies: $applies, fromYear: $fromYear, basis: $basis) {
    __typename ... on Refusal { code } ... on Agency { id cannotHave(year: 2023) { row title { zh } fromYear basis } } } }`;

interface Stated {
  readonly __typename: string;
  readonly code?: string;
  readonly cannotHave?: readonly { readonly row: string; readonly title: { readonly zh: string } }[];
}

describe('rows that cannot apply to an agency', () => {
  const here = smallCityServer(['agency', 'county', 'other-county', 'city', 'analyst', 'administrator']);

  async function state(login: string | null, changes: object = {}): Promise<Stated> {
    const variables = {
      agencyId: here.city.agency,
      row: 'regulations',
      applies: false,
      fromYear: 2022,
      basis: '立法法第九十三条',
      ...changes,
    };
    const answer = await here.server.ask<{ stateApplicability: Stated }>(STATE, variables, {
      cookie: login === null ? undefined : here.cookies[login],
    });
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.result.stateApplicability;
  }

  it.each([
    [null, 'NOT_LOGGED_IN'],
    ['agency', 'NOT_ALLOWED'],
    ['analyst', 'NOT_ALLOWED'],
    ['other-county', 'NOT_ALLOWED'],
  ])('are not for %s to say', async (login, code) => {
    expect(await state(login)).toMatchObject({ __typename: 'Refusal', code });
    expect((await here.database.owner.query('SELECT FROM applicability_statements')).rows).toEqual([]);
  });

  it.each([
    [{ row: 'dogs' }, 'UNKNOWN_CELL'],
    [{ basis: ' ' }, 'NEEDS_REASON'],
    [{ fromYear: 1900 }, 'BAD_REQUEST'],
    [{ agencyId: '999999' }, 'UNKNOWN_AGENCY'],
    [{ agencyId: 'x' }, 'UNKNOWN_AGENCY'],
  ])('are refused where nothing could be kept: %j', async (changes, code) => {
    expect(await state('county', changes)).toMatchObject({ code });
  });

  it('a number in one is a warning, a mark there is right', async () => {
    await here.database.owner.query(
      `INSERT INTO applicability_statements (agency_id, row_code, applies, from_year, basis, recorded_at)
      VALUES ($1, 'administrative_penalty', false, 2023, '权责清单', now())`,
      [here.city.neighbour],
    );
    const codes = async (agencyId: string, text: string) => {
      const cells = typedCells({ 's2/administrative_penalty/decision_count': text });
      const checked = await validate(here.server, here.cookies.agency, { agencyId, year: 2023, cells, narrative: PLAIN_NARRATIVE });
      return (checked as ValidationSeen).findings.map(({ code, severity }) => `${code} ${severity}`);
    };
    expect(await codes(here.city.neighbour, '3')).toEqual(['S2-NO-POWER warning']);
    expect(await codes(here.city.neighbour, '/')).toEqual([]);
    expect(await codes(here.city.agency, '3')).toEqual([]);
    expect(await codes(here.city.agency, '/')).toEqual(['FMT-BLANK error']);
  });

  it('are said by the supervisor from a year on, restated for a later one, and never deleted', async () => {
    expect(await state('county')).toMatchObject({ cannotHave: [{ row: 'regulations', title: { zh: '规章' }, fromYear: 2022 }] });
    expect((await state('city', { row: 'administrative_compulsion', fromYear: 2024 })).cannotHave!.map(({ row }) => row)).toEqual([
      'regulations',
    ]);
    expect((await state('administrator', { applies: true, fromYear: 2023 })).cannotHave).toEqual([]);
    expect((await state('county', { fromYear: 2023 })).cannotHave!.map(({ row }) => row)).toEqual(['regulations']);
    expect((await here.database.owner.query('SELECT FROM applicability_statements')).rows).toHaveLength(5);
    await expect(here.database.owner.query('DELETE FROM applicability_statements')).rejects.toThrow('kept for ever');
  });
});
