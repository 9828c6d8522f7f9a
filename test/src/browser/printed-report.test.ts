import type { Browser, Page } from 'playwright-core';
import { accessibilityTroubles, describeInBrowser, openBrowser, openPage, settled } from '../support/browser';
import { submit, type SubmissionSeen } from '../support/filing';
import { smallCityServer } from '../support/small-city-server';
import { reportFile } from '../support/written-report';
import { PLAIN_NARRATIVE, typedCells } from '../support/typed-cells';

jest.setTimeout(120_000);

const YEAR = 2023;
const SOURCE = '县政府网站政务公开专栏';

describeInBrowser('a report on paper, and where it comes from', () => {
  const here = smallCityServer(['agency', 'county']);
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it('prints the findings with their explanations, what happened, and the receipt', async () => {
    const cells = typedCells({ 's2/regulations/issued_count': '1', 's2/regulations/in_force_count': '1' });
    const filed = (await submit(here.server, here.cookies.agency, {
      agencyId: here.city.agency,
      year: YEAR,
      cells,
      narrative: PLAIN_NARRATIVE,
      explanations: [],
    })) as SubmissionSeen;
    const page = await openAs('county', `/reports/${await reportOf(filed.edition.id)}`);
    expect(await page.locator('[data-appendix]').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    const paper = page.locator('[data-appendix]');
    for (const { message } of filed.edition.findings) expect(await paper.getByText(message.zh).first().isVisible()).toBe(true);
    expect(filed.edition.findings.length).toBeGreaterThan(0);
    expect(await paper.getByText(filed.receipt.number).isVisible()).toBe(true);
    expect(await paper.getByText(filed.receipt.contentSha256).isVisible()).toBe(true);
    await page.context().close();
  });

  it('says of an imported one that it is, and from where', async () => {
    const { result } = await here.server.ask<{ importPublishedReport: { edition: { id: string } } }>(
      'mutation ($input: PublishedReportInput!) { importPublishedReport(input: $input) { ... on ImportedReport { edition { id } } } }',
      { input: { file: null, source: { citation: SOURCE, publishedOn: '2023-01-20' } } },
      { cookie: here.cookies.county, file: reportFile({ agency: '青禾县统计局', year: 2022 }) },
    );
    const page = await openAs(null, `/reports/${await reportOf(result.importPublishedReport.edition.id)}`);
    expect(await page.locator('header [data-imported]').textContent()).toBe(`从公开发布的报告导入，来源：${SOURCE}（2023-01-20 发布）`);
    expect(await accessibilityTroubles(page)).toEqual([]);
    await page.context().close();
  });

  it('offers the form of the year alone, begun for the agency', async () => {
    const page = await openAs('agency', '/file/2024');
    await page.getByRole('button', { name: '上传文件' }).click();
    await page.locator('a[href^="/templates/"]').first().waitFor();
    const offered = await page.locator('a[href^="/templates/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    const begun = `year=2024&agency=${here.city.agency}`;
    expect(offered).toEqual([`/templates/report.docx?${begun}`, `/templates/report.xlsx?${begun}`, '/templates/report-2021.csv']);
    await page.context().close();
  });

  async function openAs(login: string | null, address: string): Promise<Page> {
    const { page } = await openPage(browser, here.server.address);
    if (login !== null) {
      const [name, value] = here.cookies[login]!.split(';')[0]!.split('=') as [string, string];
      await page.context().addCookies([{ name, value, url: here.server.address }]);
    }
    await page.goto(address);
    await settled(page);
    return page;
  }

  async function reportOf(edition: string): Promise<string> {
    const { rows } = await here.database.owner.query<{ report_id: string }>('SELECT report_id FROM editions WHERE id = $1', [edition]);
    return rows[0]!.report_id;
  }
});
