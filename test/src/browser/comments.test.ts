import type { Browser, Page } from 'playwright-core';
import { accessibilityTroubles, describeInBrowser, openBrowser, openPage, settled } from '../support/browser';
import { type SubmissionSeen, submit } from '../support/filing';
import { smallCityServer } from '../support/small-city-server';
import { PLAIN_NARRATIVE, typedCells } from '../support/typed-cells';
import { untilTold } from '../support/until-told';

jest.setTimeout(120_000);

const YEAR = 2023;
const RULES = { 's2/regulations/issued_count': '1', 's2/regulations/in_force_count': '1' } as const;

describeInBrowser('a return and its comments on screen', () => {
  const here = smallCityServer(['agency', 'county']);
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it('is told, answered where the agency files, and shown to the reviewer with what became of each', async () => {
    const returned = await file(RULES);
    const cells = ['s2/regulations/issued_count', 's2/regulations/in_force_count'];
    await here.server.ask(
      'mutation ($id: ID!, $comments: [CellCommentInput!]) { returnReport(editionId: $id, reason: "请核对规章的数量", comments: $comments) { __typename } }',
      { id: returned, comments: cells.map((cell) => ({ cell, text: '县级部门一般不制定规章' })) },
      { cookie: here.cookies.county },
    );
    await untilTold(here.database.owner);
    const agency = await openAs('agency');
    await agency.goto('/notices');
    await settled(agency);
    const notice = agency.getByRole('main').getByRole('link', { name: new RegExp(`${YEAR}年度报告`) });
    expect(await notice.count()).toBe(1);
    expect(await accessibilityTroubles(agency)).toEqual([]);
    await notice.click();
    await agency.waitForURL((url) => url.pathname !== '/notices');
    await settled(agency);
    await agency.goto('/notices');
    await settled(agency);
    expect(await agency.getByRole('button', { name: '将所列通知标为已读' }).count()).toBe(0);
    await agency.goto(`/file?year=${YEAR}`);
    await settled(agency);
    expect(await agency.getByText('未处理').count()).toBe(2);
    await agency.getByPlaceholder('单元格无误的，在此说明').nth(1).fill('沿用至今，件数无误。');
    await agency.getByRole('button', { name: '提交答复' }).click();
    await agency.getByText('已答复').waitFor();
    expect(await agency.getByText('沿用至今，件数无误。').isVisible()).toBe(true);
    expect(await accessibilityTroubles(agency)).toEqual([]);

    await file({ ...RULES, 's2/regulations/issued_count': '0' });
    const { rows } = await here.database.owner.query<{ id: string }>('SELECT report_id AS id FROM editions LIMIT 1');
    const county = await openAs('county');
    await county.goto(`/reports/${rows[0]!.id}`);
    await county.getByRole('tab', { name: '办理经过' }).click();
    const answered = county.getByRole('tabpanel');
    await answered.getByText('上次退回意见的处理').waitFor();
    expect(await answered.getByText('已修改').isVisible()).toBe(true);
    expect(await answered.getByText('沿用至今，件数无误。').isVisible()).toBe(true);
    expect(await answered.getByPlaceholder('单元格无误的，在此说明').count()).toBe(0);
    expect(await accessibilityTroubles(county)).toEqual([]);
  });

  async function file(cells: Parameters<typeof typedCells>[0]): Promise<string> {
    const filed = await submit(here.server, here.cookies.agency, {
      agencyId: here.city.agency,
      year: YEAR,
      cells: typedCells(cells),
      narrative: PLAIN_NARRATIVE,
    });
    return (filed as SubmissionSeen).edition.id;
  }

  async function openAs(login: string): Promise<Page> {
    const { page } = await openPage(browser, here.server.address);
    const [name, value] = here.cookies[login]!.split('=') as [string, string];
    await page.context().addCookies([{ name, value, url: here.server.address }]);
    return page;
  }
});
