import type { CellId } from '@gongkai/model';
import { type RefusalSeen, type SubmissionSeen, decide, submit } from './support/filing';
import { smallCityServer } from './support/small-city-server';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';
import { untilTold } from './support/until-told';

/** So many received, processed as granted, carried in and carried out, all by natural persons. */
function requests(received: number, granted: number, carriedIn: number, carriedOut: number): Partial<Record<CellId, string>> {
  const rows = { new_received: received, granted, total_processed: granted, carried_in: carriedIn, carried_out: carriedOut };
  return Object.fromEntries(
    Object.entries(rows).flatMap(([row, amount]) => ['natural_person', 'total'].map((column) => [`s3/${row}/${column}`, String(amount)])),
  );
}

const NOTICES = `{ notices { items { ... on RecheckNotice { recheck { edition { id } against { id number } findings { code severity cells } resolved { code } } } } } }`;
const EDITION = `query ($id: ID!) { edition(id: $id) { checkedAgainst { id number } findings { code } rechecks { against { number } findings { code cells } } } }`;

interface NoticeSeen {
  readonly recheck: {
    readonly edition: { readonly id: string };
    readonly against: { readonly id: string; readonly number: number };
    readonly findings: readonly { readonly code: string; readonly severity: string; readonly cells: readonly string[] }[];
    readonly resolved: readonly { readonly code: string }[];
  };
}

describe('a report and the one of the year before', () => {
  const here = smallCityServer(['agency', 'neighbour', 'county', 'analyst']);
  const said: Record<string, string> = {};

  async function file(year: number, changes: Partial<Record<CellId, string>>, more: object = {}): Promise<SubmissionSeen> {
    const filing = { agencyId: here.city.agency, year, cells: typedCells(changes), narrative: PLAIN_NARRATIVE, ...more };
    const answer = await submit(here.server, here.cookies.agency, filing);
    if (answer.__typename !== 'Submission') throw new Error(`${answer.code} ${JSON.stringify(answer.findings.map(({ code }) => code))}`);
    return answer;
  }
  async function publish(id: string): Promise<void> {
    for (const step of ['acceptReport', 'publishReport'] as const)
      expect(await decide(here.server, here.cookies.county, step, id)).not.toHaveProperty('code');
  }
  /** Of later checks, once everything is told. */
  async function noticesOf(login: string): Promise<readonly NoticeSeen[]> {
    await untilTold(here.database.owner);
    const { result } = await here.server.ask<{ notices: { items: NoticeSeen[] } }>(NOTICES, {}, { cookie: here.cookies[login] });
    return result.notices.items.filter(({ recheck }) => recheck !== undefined);
  }

  it('are held against each other: what was carried out must be carried in, or it is explained', async () => {
    said.first = (await file(2022, requests(9, 7, 0, 2))).edition.id;
    await publish(said.first);
    const wrong = { agencyId: here.city.agency, year: 2023, cells: typedCells(requests(5, 6, 1, 0)), narrative: PLAIN_NARRATIVE };
    const refused = await submit(here.server, here.cookies.agency, wrong);
    expect(refused).toMatchObject({ __typename: 'Refusal', code: 'NEEDS_EXPLANATION' });
    const carry = (refused as RefusalSeen).findings.find(({ code }) => code === 'XY-CARRY');
    expect(carry?.message.zh).toContain('2');
    said.second = (await file(2023, requests(5, 7, 2, 0))).edition.id;
    const { result } = await here.server.ask<{ edition: { checkedAgainst: { id: string }; findings: unknown[] } }>(
      EDITION,
      { id: said.second },
      { cookie: here.cookies.agency },
    );
    expect(result.edition.checkedAgainst.id).toBe(said.first);
    expect(await noticesOf('agency')).toEqual([]);
  });

  it('are held against each other again when the earlier one is amended, and the agency is told what is new', async () => {
    const amended = await file(2022, requests(9, 6, 0, 3), { reasonClass: 'correction', reason: '一件申请误计为已经办结' });
    expect(await noticesOf('agency')).toEqual([]);
    await publish(amended.edition.id);
    const items = await noticesOf('agency');
    expect(items).toHaveLength(1);
    expect(items[0]!.recheck).toMatchObject({ edition: { id: said.second }, against: { id: amended.edition.id, number: 2 }, resolved: [] });
    const { findings } = items[0]!.recheck;
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['XY-CARRY']));
    expect(findings.flatMap(({ cells }) => cells)).toContain('s3/carried_in/natural_person');
    expect(await noticesOf('neighbour')).toEqual([]);
    expect(await noticesOf('county')).toEqual([]);
  });

  it('keeps what was found when it was filed beside what is found now', async () => {
    const { result } = await here.server.ask<{
      edition: {
        checkedAgainst: { number: number };
        findings: unknown[];
        rechecks: { against: { number: number }; findings: unknown[] }[];
      };
    }>(EDITION, { id: said.second }, { cookie: here.cookies.county });
    expect(result.edition).toMatchObject({ checkedAgainst: { number: 1 }, findings: [], rechecks: [{ against: { number: 2 } }] });
    expect(result.edition.rechecks[0]!.findings.length).toBeGreaterThan(0);
  });

  it('are not told apart: what the earlier one says is told only to whoever may see it', async () => {
    const earlier = { cells: typedCells(requests(76_543, 76_543, 0, 0)), narrative: PLAIN_NARRATIVE };
    const later = { cells: typedCells(requests(7, 7, 0, 0)), narrative: PLAIN_NARRATIVE };
    const agencyId = here.city.neighbour;
    const filed = async (year: number, report: object): Promise<string> => {
      const answer = await submit(here.server, here.cookies.neighbour, { agencyId, year, ...report });
      return (answer as SubmissionSeen).edition.id;
    };
    const hidden = await filed(2022, earlier);
    const id = await filed(2023, later);
    await publish(id);
    const findingsFor = async (login?: string): Promise<string> => {
      const query = `query ($id: ID!) { edition(id: $id) { findings { code message { zh } expected contributors { amount } repair { count } } } }`;
      const cookie = login === undefined ? {} : { cookie: here.cookies[login] };
      return JSON.stringify((await here.server.ask(query, { id }, cookie)).result);
    };
    for (const reader of ['neighbour', 'county']) expect(await findingsFor(reader)).toMatch(/XY-JUMP.*76543/);
    for (const reader of [undefined, 'agency', 'analyst']) expect(await findingsFor(reader)).not.toMatch(/XY-JUMP|76543/);
    await publish(hidden);
    expect(await findingsFor()).toMatch(/XY-JUMP.*76543/);
  });

  it('are not checked twice against the same edition, and nothing of it can be changed', async () => {
    await publish((await file(2024, requests(0, 0, 0, 0))).edition.id);
    await untilTold(here.database.owner);
    const { rows } = await here.database.owner.query('SELECT edition_id, against_edition_id FROM rechecks');
    expect(rows).toHaveLength(1);
    for (const change of ['UPDATE rechecks SET findings = $$[]$$', 'DELETE FROM notices', 'TRUNCATE rechecks CASCADE'])
      await expect(here.database.owner.query(change)).rejects.toThrow('kept for ever');
  });
});
