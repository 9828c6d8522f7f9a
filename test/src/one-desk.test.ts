import type { CellId } from '@gongkai/model';
import { type FindingSeen, type SubmissionSeen, type ValidationSeen, decide, submit, validate } from './support/filing';
import type { Upload } from './support/running-server';
import { smallCityServer } from './support/small-city-server';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';
import { untilTold } from './support/until-told';
import { writtenReport } from './support/written-report';

const YEAR = 2023;
const SHORT_FIVE = '清单更新有时晚几天，已定下每月五日前换新。';
const LONG_FIVE =
  '栏目更新的间隔偏长，历史文件的效力标注还不完整，已经安排专人逐件清理，并把查阅点开放到周末；解读材料以文字为主，图表和问答偏少，下一步将组织培训。';
const FINDINGS = '{ code severity cells message { zh } }';
const EDITION = `query ($id: ID!) { edition(id: $id) { findings ${FINDINGS} rechecks { findings ${FINDINGS} resolved ${FINDINGS} } } }`;
const IMPORT = `mutation ($input: PublishedReportInput!) { importPublishedReport(input: $input) { __typename
  ... on Refusal { code message { zh } } ... on ImportedReport { edition { id } } } }`;

type Found = Pick<FindingSeen, 'code' | 'severity' | 'cells' | 'message'>;
interface EditionSeen {
  readonly findings: readonly Found[];
  readonly rechecks: readonly { readonly findings: readonly Found[]; readonly resolved: readonly Found[] }[];
}

/** What two findings are the same by, in an order of its own. */
const told = (findings: readonly Found[]): readonly string[] =>
  findings.map(({ code, severity, cells, message }) => JSON.stringify([code, severity, cells, message.zh])).sort();
const codes = (findings: readonly Found[]): readonly string[] => findings.map(({ code }) => code);

describe('one desk judges every report', () => {
  const here = smallCityServer(['agency', 'neighbour', 'county']);
  /** Its title names an agency that is not registered, and its section five is long enough to be known again. */
  const file: Upload = {
    name: 'report.txt',
    content: Buffer.from(writtenReport({ agency: '青禾县普查中心', year: YEAR }).replace(SHORT_FIVE, LONG_FIVE)),
  };

  async function tried(whose: 'agency' | 'neighbour'): Promise<readonly FindingSeen[]> {
    const seen = await validate(here.server, here.cookies.county, { agencyId: here.city[whose], year: YEAR, file });
    expect(seen).toMatchObject({ __typename: 'Validation' });
    return (seen as ValidationSeen).findings;
  }
  async function kept(id: string): Promise<EditionSeen> {
    return (await here.server.ask<{ edition: EditionSeen }>(EDITION, { id }, { cookie: here.cookies.county })).result.edition;
  }
  async function fileTyped(whose: 'agency' | 'neighbour', changes: Partial<Record<CellId, string>>, more: object = {}): Promise<void> {
    const filing = { agencyId: here.city[whose], year: YEAR - 1, cells: typedCells(changes), narrative: PLAIN_NARRATIVE, ...more };
    const { edition } = (await submit(here.server, here.cookies[whose], filing)) as SubmissionSeen;
    for (const step of ['acceptReport', 'publishReport'] as const)
      expect(await decide(here.server, here.cookies.county, step, edition.id)).not.toHaveProperty('code');
  }
  const explained = (findings: readonly FindingSeen[]) =>
    findings
      .filter(({ severity }) => severity === 'inconsistency')
      .map(({ code, cells: [cell] }) => ({ code, ...(cell === undefined ? {} : { cell }), text: '经与原件核对，数据和名称属实' }));

  beforeAll(async () => {
    await fileTyped('agency', {});
    await fileTyped('neighbour', {});
  }, 60_000);

  it('says of what is filed what it said when it was tried, names and all', async () => {
    const before = await tried('agency');
    expect(codes(before)).toContain('AG-NAME');
    const filing = { agencyId: here.city.agency, year: YEAR, file, explanations: explained(before) };
    const filed = await submit(here.server, here.cookies.agency, filing);
    expect(filed).toMatchObject({ __typename: 'Submission' });
    expect(told((await kept((filed as SubmissionSeen).edition.id)).findings)).toEqual(told(before));
  });

  it('says it of what is imported, with what others wrote alike', async () => {
    const before = await tried('neighbour');
    expect(codes(before)).toEqual(expect.arrayContaining(['AG-NAME', 'NV-TWIN']));
    const input = { file: null, agencyId: here.city.neighbour, year: YEAR, source: { citation: '县政府网站', publishedOn: '2024-02-03' } };
    const { result } = await here.server.ask<{ importPublishedReport: { readonly edition: { readonly id: string } } }>(
      IMPORT,
      { input },
      { cookie: here.cookies.county, file },
    );
    expect(result.importPublishedReport).toMatchObject({ __typename: 'ImportedReport' });
    expect(told((await kept(result.importPublishedReport.edition.id)).findings)).toEqual(told(before));
  });

  it('says it when last year is amended: what was found, less what is gone, and what is new is what trying says now', async () => {
    const { rows } = await here.database.owner.query<{ id: string }>(
      'SELECT e.id FROM editions e JOIN reports r ON r.id = e.report_id WHERE r.agency_id = $1 AND r.year = $2',
      [here.city.agency, YEAR],
    );
    const carried = Object.fromEntries(
      ['new_received', 'carried_out'].flatMap((row) => ['natural_person', 'total'].map((column) => [`s3/${row}/${column}`, '2'])),
    );
    await fileTyped('agency', carried, { reasonClass: 'correction', reason: '两件申请误计为未收到，予以更正' });
    await untilTold(here.database.owner);
    const { findings, rechecks } = await kept(rows[0]!.id);
    expect(rechecks).toHaveLength(1);
    const [{ findings: fresh, resolved }] = rechecks as [EditionSeen['rechecks'][number]];
    expect(codes(fresh)).toContain('XY-CARRY');
    const gone = told(resolved);
    const now = [...told(findings).filter((one) => !gone.includes(one)), ...told(fresh)].sort();
    expect(now).toEqual(told(await tried('agency')));
  });
});
