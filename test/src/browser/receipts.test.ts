import type { Browser, Page } from 'playwright-core';
import { accessibilityTroubles, describeInBrowser, keepPicture, openBrowser, openPage, settled } from '../support/browser';
import { type RefusalSeen, type SubmissionSeen, submit } from '../support/filing';
import { smallCityServer } from '../support/small-city-server';
import { PLAIN_NARRATIVE, typedCells } from '../support/typed-cells';

jest.setTimeout(180_000);

const PHONE = { width: 390, height: 844 };

describeInBrowser('a nil return, receipts and taking back', () => {
  const here = smallCityServer(['agency', 'neighbour']);
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  async function openAs(login: string): Promise<Page> {
    const { page } = await openPage(browser, here.server.address);
    const [name, value] = here.cookies[login]!.split('=') as [string, string];
    await page.context().addCookies([{ name, value, url: here.server.address }]);
    return page;
  }

  it('is filed on a phone in one act, keeps what is typed through a reload, and says what is still to be explained', async () => {
    const page = await openAs('agency');
    await page.setViewportSize(PHONE);
    await page.goto('/file/2023/nil');
    await settled(page);
    const send = page.getByRole('button', { name: '报送零报告' });
    expect(await send.isEnabled()).toBe(false);
    await page.getByLabel('零报告声明').fill('本机关2023年没有发生应当统计的事项。');
    await page.getByLabel('一、总体情况').fill(PLAIN_NARRATIVE[0]!.text);
    await page.getByLabel('五、存在的主要问题及改进情况').fill('公开意识有待加强，今后定期培训。');
    await page.getByLabel('六、其他需要报告的事项').fill('无其他事项。');
    await page.reload();
    await settled(page);
    expect(await page.getByLabel('零报告声明').inputValue()).toContain('没有发生');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    expect(await accessibilityTroubles(page)).toEqual([]);

    await page.getByRole('heading', { name: '需要书面说明的' }).waitFor();
    expect(await page.locator('[data-verdict="must_explain"]').innerText()).toContain('有 1 处不一致');
    expect(await page.locator('#nil-obstacle').innerText()).toContain('有 1 处须书面说明');
    expect(await send.isEnabled()).toBe(false);
    expect(await accessibilityTroubles(page)).toEqual([]);
    await keepPicture(page, 'nil-return');
    await page.setViewportSize(PHONE);
    await page.getByRole('button', { name: '没有收取信息处理费的，点此写入' }).click();
    await page.locator('[data-verdict="clean"], [data-verdict="warnings"]').waitFor();
    await send.click();
    const asked = page.getByRole('dialog', { name: '确认报送零报告' });
    expect(await asked.innerText()).toContain('将报送 2023年度零报告');
    await asked.getByRole('button', { name: '报送零报告' }).click();
    await page.waitForURL(/\/receipts\/GK\d{8}-\d+$/);
    await settled(page);
    const paper = page.getByRole('article');
    expect(await paper.getAttribute('data-verdict')).toBe('kept');
    expect(await paper.innerText()).toContain('存为第 1 版（待审核）');
    expect(await paper.innerText()).toMatch(/期限\s+2024-\d\d-\d\d（逾期）/);
    expect(await paper.innerText()).toMatch(/核验\s+\S/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    const { rows } = await here.database.owner.query<{ number: string; sha256: string }>(
      'SELECT receipt_number AS number, content_sha256 AS sha256 FROM editions',
    );
    expect(rows).toHaveLength(1);
    expect(new URL(page.url()).pathname).toBe(`/receipts/${rows[0]!.number}`);
    expect(await paper.innerText()).toContain(rows[0]!.sha256);
    expect(await accessibilityTroubles(page)).toEqual([]);
  });

  it('lists every receipt of the agency and shows what was refused, to the agency alone', async () => {
    const refused = (await submit(here.server, here.cookies.agency, {
      agencyId: here.city.agency,
      year: 2022,
      cells: typedCells({ 's3/new_received/total': '1' }),
      narrative: PLAIN_NARRATIVE,
    })) as RefusalSeen;
    expect(refused.code).toBe('REPORT_HAS_ERRORS');
    const page = await openAs('agency');
    await page.goto('/file');
    await settled(page);
    await page
      .getByRole('banner')
      .getByRole('button', { name: /当前账号/ })
      .click();
    await page.getByRole('menuitem', { name: '报送回执' }).click();
    await page.waitForURL('**/receipts');
    await settled(page);
    const lines = page.getByRole('main').locator('li');
    await lines.first().waitFor();
    expect(await lines.evaluateAll((all) => all.map((line) => line.getAttribute('data-verdict')))).toEqual(['kept', 'refused']);
    expect(await accessibilityTroubles(page)).toEqual([]);
    await keepPicture(page, 'receipts');
    const link = page.getByRole('region', { name: '2022 年度' }).getByRole('link');
    const path = (await link.getAttribute('href'))!;
    await link.click();
    await page.waitForURL(`**${path}`);
    await settled(page);
    const paper = page.getByRole('article');
    expect(await paper.getAttribute('data-verdict')).toBe('refused');
    expect(await paper.innerText()).toContain(`未予受理：${refused.message.zh}`);
    expect(await paper.getByRole('listitem').count()).toBe(refused.findings.length);
    expect(await accessibilityTroubles(page)).toEqual([]);
    await keepPicture(page, 'receipt-refused');

    const neighbour = await openAs('neighbour');
    await neighbour.goto(path);
    await neighbour.getByRole('heading', { name: '没有这份回执，或您无权查看' }).waitFor();
    await neighbour.goto('/receipts');
    await neighbour.getByText('还没有报送过').waitFor();
  });

  it('is taken back by its agency with a reason, which stands in the record', async () => {
    const filed = (await submit(here.server, here.cookies.agency, {
      agencyId: here.city.agency,
      year: 2021,
      cells: typedCells(),
      narrative: PLAIN_NARRATIVE,
    })) as SubmissionSeen;
    const { rows } = await here.database.owner.query<{ id: string }>('SELECT report_id AS id FROM editions WHERE id = $1', [
      filed.edition.id,
    ]);
    const page = await openAs('agency');
    await page.goto(`/reports/${rows[0]!.id}`);
    await settled(page);
    await page.getByRole('button', { name: /^撤回/ }).click();
    const dialog = page.getByRole('dialog');
    const confirm = dialog.getByRole('button', { name: '确认撤回' });
    await dialog.getByLabel('撤回理由').fill('看看');
    expect(await confirm.isEnabled()).toBe(false);
    await dialog.getByLabel('撤回理由').fill('第三部分的合计尚待核对');
    expect(await accessibilityTroubles(page)).toEqual([]);
    await confirm.click();
    await dialog.waitFor({ state: 'hidden' });
    await settled(page);
    expect(await page.getByRole('button', { name: /^撤回/ }).count()).toBe(0);
    const events = await here.database.owner.query<{ state: string; why: string | null }>(
      'SELECT state, why FROM edition_events WHERE edition_id = $1 ORDER BY sequence',
      [filed.edition.id],
    );
    expect(events.rows.at(-1)).toEqual({ state: 'withdrawn', why: '第三部分的合计尚待核对' });
  });
});
