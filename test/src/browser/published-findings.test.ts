import type { Browser } from 'playwright-core';
import { accessibilityTroubles, describeInBrowser, openBrowser, openPage, settled } from '../support/browser';
import { type SubmissionSeen, submit } from '../support/filing';
import { smallCityServer } from '../support/small-city-server';
import { PLAIN_NARRATIVE, typedCells } from '../support/typed-cells';
import { reportFile } from '../support/written-report';

jest.setTimeout(120_000);

const WORDS = {
  zh: {
    tab: /^核验/,
    printed: '原文如此，照录',
    remedy: '编制机关如要更正：',
    pointed: '所指的数字',
    filer: ['必须改正，否则不能报送', '处理：'],
  },
  en: {
    ...{
      tab: /^Findings/,
      printed: 'Kept as it was printed',
      remedy: 'For its author, should it be corrected:',
      pointed: 'the figure pointed at',
    },
    filer: ['Must be mended before filing', 'What to do:'],
  },
} as const;

describeInBrowser('findings on a report that is published', () => {
  const here = smallCityServer(['neighbour', 'county']);
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it.each(['zh', 'en'] as const)(
    'speak of what is printed, to who looks at it, and a cell that is pointed at says so (%s)',
    async (language) => {
      const words = WORDS[language];
      const { page, troubles } = await openPage(browser, here.server.address);
      await page.addInitScript(`localStorage.setItem('gongkai.language', '${language}')`);
      await page.goto(`/reports/${await importedReport()}?cells=s3/carried_in/total,s3/new_received/total`);
      await settled(page);
      const findings = page.getByRole('tabpanel');
      await findings.getByText(words.printed, { exact: true }).first().waitFor();
      expect(await findings.getByText(words.remedy).count()).toBeGreaterThan(0);
      for (const said of words.filer) expect([said, await findings.getByText(said).count()]).toEqual([said, 0]);
      const alone = page.locator('[data-cell="s3/carried_in/total"]');
      expect(await alone.getAttribute('title')).toMatch(new RegExp(`${words.pointed}$`));
      expect(await alone.getByRole('button').count()).toBe(0);
      expect(
        await page.locator('[data-cell="s3/new_received/total"][data-pointed]').getByRole('button').getAttribute('aria-label'),
      ).toMatch(new RegExp(`(?:错误|Errors) ${words.pointed}$`));
      expect(await accessibilityTroubles(page)).toEqual([]);
      expect(troubles).toEqual([]);
      await page.context().close();
    },
  );

  it('speak to the filer while the report is on its way', async () => {
    const cells = typedCells({ 's2/regulations/issued_count': '1', 's2/regulations/in_force_count': '1' });
    const filed = (await submit(here.server, here.cookies.neighbour, {
      agencyId: here.city.neighbour,
      year: 2023,
      cells,
      narrative: PLAIN_NARRATIVE,
    })) as SubmissionSeen;
    expect(filed.edition.findings.map(({ severity }) => severity)).toContain('warning');
    const { rows } = await here.database.owner.query<{ id: string }>('SELECT report_id AS id FROM editions WHERE id = $1', [
      filed.edition.id,
    ]);
    const { page } = await openPage(browser, here.server.address);
    const [name, value] = here.cookies.county!.split(';')[0]!.split('=') as [string, string];
    await page.context().addCookies([{ name, value, url: here.server.address }]);
    await page.goto(`/reports/${rows[0]!.id}`);
    await settled(page);
    const findings = page.getByRole('tabpanel');
    await findings.getByText('请核对，不影响报送', { exact: true }).waitFor();
    expect(await findings.getByText(WORDS.zh.remedy).count()).toBe(0);
    expect(await findings.getByText('处理：').count()).toBeGreaterThan(0);
  });

  /** One whose printed total is not the sum; the same report again gives what stands. */
  async function importedReport(): Promise<string> {
    const { result, errors } = await here.server.ask<{ importPublishedReport: { edition: { report: { id: string } } } }>(
      'mutation ($input: PublishedReportInput!) { importPublishedReport(input: $input) { ... on ImportedReport { edition { report { id } } } ... on Refusal { code } } }',
      { input: { file: null, source: { citation: '县政府网站' } } },
      { cookie: here.cookies.county, file: reportFile({ agency: '青禾县统计局', year: 2022, brokenTotal: '9' }) },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return result.importPublishedReport.edition.report.id;
  }
});
