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
    const list = agency.getByRole('main').getByRole('list').filter({ hasText: '县级部门一般不制定规章' });
    expect(await list.getByText('未处理').count()).toBe(2);
    const bar = agency.locator('#filing-obstacle');
    await bar.getByText('批注还有 2 条没有处理').waitFor();
    await list.getByRole('button').nth(1).click();
    expect(await agency.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe(cells[1]);
    const aside = agency.locator(`[data-focused="${cells[1]}"]`);
    expect(await aside.locator('[data-comment="open"]').innerText()).toMatch(/县级部门一般不制定规章 \S+ \d{4}-/);
    await aside.getByPlaceholder('单元格无误的，在此说明').fill('沿用至今，件数无误。');
    await aside.getByRole('button', { name: '提交答复' }).click();
    await aside.locator('[data-comment="answered"]').getByText('沿用至今，件数无误。').waitFor();
    await bar.getByText('批注还有 1 条没有处理').waitFor();
    await agency.getByRole('button', { name: '查看批注' }).click();
    expect(await agency.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe(cells[0]);
    await agency.keyboard.type('0');
    await agency.keyboard.press('Enter');
    await bar.getByText('批注还有').waitFor({ state: 'detached' });
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
