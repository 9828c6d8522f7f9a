import type { Browser } from 'playwright-core';
import { accessibilityTroubles, describeInBrowser, keepPicture, openBrowser, settled } from '../support/browser';
import { focused, openDeskOf, saved } from '../support/desk-page';
import { smallCityServer } from '../support/small-city-server';
import { PLAIN_NARRATIVE, typedCells } from '../support/typed-cells';

jest.setTimeout(120_000);

const YEAR = 2023;
const CELL = 's3/new_received/total';

describeInBrowser('notes of a clerk', () => {
  const here = smallCityServer(['agency']);
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it('are written beside cell and section, stay with the draft, and stand beside the figure on the report and on paper', async () => {
    const { cookies, server, city } = here;
    await server.ask(
      'mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { __typename } }',
      { input: { agencyId: city.agency, year: YEAR, version: 0, content: { cells: typedCells(), narrative: PLAIN_NARRATIVE } } },
      { cookie: cookies.agency },
    );
    const { page, troubles } = await openDeskOf(browser, { address: server.address, cookie: cookies.agency!.split(';')[0]! }, YEAR);
    const note = async (label: string, text: string): Promise<void> => {
      await page.getByRole('button', { name: `添加${label}` }).click();
      await page.getByLabel(label, { exact: true }).fill(text);
    };
    await page.locator(`[data-cell="${CELL}"]`).click();
    await note('本格附注', '含年底移交的2件');
    await note('附注（第三部分）', '按收到日期统计');
    await note('附注（第五部分）', '详见整改方案');
    await saved(page);
    await page.reload();
    const list = page.getByRole('region', { name: '附注（3 条）' });
    await list.waitFor();
    expect(await list.innerText()).not.toMatch(/s3|new_received/);
    await list.getByRole('button', { name: '删除附注' }).last().click();
    await page.getByRole('region', { name: '附注（2 条）' }).getByRole('button', { name: '总计' }).click();
    await page.waitForFunction((cell) => document.activeElement?.getAttribute('data-cell') === cell, CELL);
    expect(await focused(page)).toBe(CELL);
    expect(await page.getByLabel('本格附注').inputValue()).toBe('含年底移交的2件');
    expect(await accessibilityTroubles(page)).toEqual([]);
    await keepPicture(page, 'desk-notes');
    await saved(page);
    await settled(page);
    await page.getByRole('button', { name: '正式报送' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '正式报送' }).click();
    await page.locator('[data-receipt]').waitFor();
    await page.goto(`/reports/${await reportId()}`);
    await settled(page);
    expect(await page.locator(`[data-cell="${CELL}"]`).getAttribute('title')).toContain('含年底移交的2件');
    const beside = page.locator('[data-notes="s3"]');
    expect(await beside.innerText()).toMatch(/按收到日期统计[^]*总计：含年底移交的2件/);
    expect(await page.locator('[data-notes]').count()).toBe(1);
    expect(await accessibilityTroubles(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await beside.isVisible()).toBe(true);
    await keepPicture(page, 'report-notes');
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  async function reportId(): Promise<string> {
    const { rows } = await here.database.owner.query<{ id: string }>('SELECT id FROM reports WHERE agency_id = $1 AND year = $2', [
      here.city.agency,
      YEAR,
    ]);
    return rows[0]!.id;
  }
});
