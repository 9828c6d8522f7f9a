import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { accessibilityTroubles, describeInBrowser, keepPicture, openBrowser, openPage, settled } from '../support/browser';
import { type FreshDatabase, WORKSPACE, freshDatabase } from '../support/fresh-database';
import { type RunningServer, startServer } from '../support/running-server';

jest.setTimeout(120_000);

/** The statistics bureau of the demo city has not filed 2025: these are its reports, made from our fixtures. */
const reportFrom = (fixture: string) => ({
  name: '云岭市统计局2025年报.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from(
    readFileSync(path.join(WORKSPACE, 'test/reports', fixture), 'utf8')
      .replaceAll('青禾县农业农村局', '云岭市统计局')
      .replaceAll('2024年', '2026年')
      .replaceAll('2023年', '2025年'),
  ),
});
const NEW_REQUESTS = 17;

describeInBrowser('from the log-in to the chart', () => {
  let database: FreshDatabase;
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  let troubles: readonly string[];
  let before: number;

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    server = await startServer(database.url);
    browser = await openBrowser();
    ({ page, troubles } = await openPage(browser, server.address));
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await server.stop();
    await database.drop();
  });

  it('shows the city to everybody, says that it is demo data, and draws three charts', async () => {
    await page.goto('/overview?region=1&from=2019&to=2025');
    await settled(page);
    expect(await page.getByText('演示平台').first().isVisible()).toBe(true);
    expect(await page.locator('[data-painted="true"]').count()).toBeGreaterThanOrEqual(3);
    before = await newRequests();
    await keepPicture(page, 'overview', 1020);
    await keepPicture(page, 'overview-city');
    expect(await accessibilityTroubles(page)).toEqual([]);
  });

  it('says of a figure where it comes from, by keyboard from the table and by a click on the chart, down to the lit cell', async () => {
    const outcomes = page.locator('[data-chart="outcomes"]');
    await outcomes.getByRole('button', { name: '看数据表' }).click();
    const figure = outcomes.getByRole('button', { name: /^予以公开 2023/ });
    await figure.focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog', { name: /予以公开 · 2023 年/ });
    await drawer.getByText('三(一)予以公开 × 总计').first().waitFor();
    await page.waitForTimeout(400);
    expect(await drawer.getByRole('heading', { name: /计入的报告/ }).isVisible()).toBe(true);
    expect(await drawer.locator('[data-dominates]').innerText()).toMatch(
      /一家占合计的 [\d.]+%（(未)?超过 50%）：含其为 \d+，去掉后为 \d+。/,
    );
    expect(await drawer.getByRole('columnheader', { name: /^(占比|去掉后)$/ }).count()).toBe(2);
    expect(await drawer.locator('[data-contributor]').first().getByRole('cell').allInnerTexts()).toEqual([
      expect.stringMatching(/^\d+$/),
      expect.stringMatching(/^[\d.]+%$/),
      expect.stringMatching(/^\d+$/),
    ]);
    await keepPicture(page, 'explanation');
    expect(await accessibilityTroubles(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });

    await outcomes.getByRole('button', { name: '看图' }).click();
    await settled(page);
    const box = (await outcomes.locator('canvas').boundingBox())!;
    const opened = page.getByRole('dialog');
    for (let step = 2; step < 40 && (await opened.count()) === 0; step += 1) {
      await page.mouse.click(box.x + (box.width * step) / 40, box.y + box.height * 0.8);
    }
    await opened.locator('[data-contributor]').first().getByRole('link').first().click();
    await page.locator('[data-cell][data-active]').first().waitFor();
    expect(page.url()).toMatch(/\/reports\/\d+\?edition=\d+&cells=/);
    expect(await page.locator('[data-cell][data-active]').count()).toBe(new URL(page.url()).searchParams.get('cells')!.split(',').length);
    await keepPicture(page, 'explanation-cell');
  });

  it('lets the bureau log in, upload its report and read what was found', async () => {
    await logIn('yl-tongji');
    await page
      .getByRole('link', { name: '开始报送' })
      .or(page.getByRole('button', { name: '开始报送' }))
      .first()
      .click();
    await page.getByRole('button', { name: '上传文件' }).click();
    await page.locator('input[type=file]').first().setInputFiles(reportFrom('returned/section-four-total-differs.txt'));
    await page.getByText('S4-SUM').first().waitFor();
    expect(await page.getByRole('button', { name: '正式报送' }).isEnabled()).toBe(false);
    await keepPicture(page, 'file-with-an-error');
    await page.getByRole('button', { name: '上传文件' }).click();
    await page.locator('input[type=file]').first().setInputFiles(reportFrom('accepted/one-cell-a-line.txt'));
    await page.getByText('S4-SUM').first().waitFor({ state: 'detached' });
    await page.locator('[data-cell="s3/new_received/total"]').first().waitFor();
    await settled(page);
    await keepPicture(page, 'file-with-findings');
    expect(await accessibilityTroubles(page)).toEqual([]);
  });

  it('asks for an explanation of what does not fit last year, and gives a receipt', async () => {
    for (const field of await page.getByLabel('书面说明').all()) await field.fill('上年结转件数按实际重新核对。');
    await page.getByRole('button', { name: '正式报送' }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('button', { name: /确认|报送/ })
      .last()
      .click();
    await page
      .getByText(/GK\d{8}-\d{7}/)
      .first()
      .waitFor();
    await keepPicture(page, 'receipt');
    expect(await accessibilityTroubles(page)).toEqual([]);
  });

  it('lets the supervisor find it, read it, accept and publish it', async () => {
    await logOut();
    await logIn('yl-shenhe');
    await page.goto('/review?year=2025&q=ylstj');
    await settled(page);
    await keepPicture(page, 'review');
    const row = page.getByRole('row').filter({ hasText: '云岭市统计局' });
    await row.getByRole('link', { name: '云岭市统计局' }).first().click();
    await page.locator('[data-cell="s3/new_received/total"]').first().waitFor();
    await settled(page);
    await keepPicture(page, 'report');
    expect(await accessibilityTroubles(page)).toEqual([]);
    await page.goto('/review?year=2025&q=ylstj');
    for (const [step, state] of [
      ['通过', '已通过'],
      ['公布', '已公布'],
    ] as const) {
      await row.getByRole('button', { name: step }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: new RegExp(step) })
        .last()
        .click();
      await row.getByText(state).waitFor();
    }
    expect(await accessibilityTroubles(page)).toEqual([]);
  });

  it('shows the change in the chart of the city, by exactly the figures of the report', async () => {
    await page.goto('/overview?region=1&from=2019&to=2025');
    await settled(page);
    expect(await newRequests()).toBe(before + NEW_REQUESTS);
  });

  it('shows one agency, a county, the list of all that is filed and a page that does not exist, in both languages', async () => {
    for (const [name, address] of [
      ['overview-agency', '/overview?agency=2&from=2019&to=2025'],
      ['overview-county', '/overview?region=2&from=2019&to=2025'],
      ['review-late', '/review?late=1'],
      ['not-found', '/nowhere'],
    ] as const) {
      await page.goto(address);
      await settled(page);
      await keepPicture(page, name);
      expect([name, await accessibilityTroubles(page)]).toEqual([name, []]);
    }
    await page.goto('/overview?region=1&from=2019&to=2025');
    await page.getByText('EN', { exact: true }).click();
    await page.getByText('Log out').or(page.getByText('Overview')).first().waitFor();
    await settled(page);
    await keepPicture(page, 'overview-english');
    expect(await accessibilityTroubles(page)).toEqual([]);
  });

  it('went without an error in the console, but for the page that does not exist', () => {
    expect(troubles).toEqual([expect.stringContaining('status of 404')]);
  });

  /** 新收申请 of the latest year as the page prints it. */
  async function newRequests(): Promise<number> {
    const figure = page.locator('.gk-key').filter({ hasText: '新收申请' }).locator('.gk-key-figure').first();
    return Number((await figure.innerText()).replace(/[^\d]/g, ''));
  }

  async function logIn(login: string): Promise<void> {
    await page.goto('/login');
    await page.getByLabel('账号').fill(login);
    await page.locator('input[type=password]').fill('gongkai-demo');
    if (login === 'yl-tongji') await keepPicture(page, 'login');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/login'));
    await settled(page);
  }

  /** Waits until the header offers the log-in: a page opened before the answer came would still be that of the account. */
  async function logOut(): Promise<void> {
    await page.getByRole('button', { name: /填报员|当前账号/ }).click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.getByRole('banner').getByRole('link', { name: '登录', exact: true }).waitFor();
  }
});
