import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, openBrowser, openPage, settled } from '../support/browser';
import { demoCityServer } from '../support/demo-city-server';
import { WORKSPACE } from '../support/fresh-database';

jest.setTimeout(120_000);

const REPORT = path.join(WORKSPACE, 'test/reports/accepted/one-cell-a-line.txt');

/** What the browser says it did not do, by directive and place. */
interface Violation {
  readonly directive: string;
  readonly what: string;
}

describeInBrowser('the content policy', () => {
  const demo = demoCityServer();
  let browser: Browser;
  let page: Page;
  let troubles: readonly string[];

  beforeAll(async () => {
    browser = await openBrowser();
    ({ page, troubles } = await openPage(browser, demo.server.address));
    await page.addInitScript(() => {
      const seen: unknown[] = [];
      Object.assign(window, { violations: seen });
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample, sourceFile, lineNumber }) =>
        seen.push({ directive: effectiveDirective, what: `${blockedURI} ${sample} ${sourceFile}:${lineNumber}` }),
      );
    });
  });
  afterAll(() => browser.close());

  const violations = (): Promise<readonly Violation[]> =>
    page.evaluate(() => (window as unknown as { readonly violations: readonly Violation[] }).violations);

  async function logIn(login: string): Promise<void> {
    await page.goto('/login');
    await page.getByLabel('账号').fill(login);
    await page.locator('input[type=password]').fill('gongkai-demo');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/login'));
    await settled(page);
  }

  it('has another nonce in every answer and nothing unsafe', async () => {
    const answers = await Promise.all(['/overview', '/overview'].map((address) => fetch(demo.server.address + address)));
    const policies = answers.map(({ headers }) => headers.get('content-security-policy')!);
    const nonces = policies.map((policy) => /style-src 'self' 'nonce-([\w-]{22})'/.exec(policy)?.[1]);
    expect(new Set(nonces).size).toBe(2);
    for (const [at, answer] of answers.entries()) {
      expect(policies[at]).not.toMatch(/unsafe|https?:|\*/);
      const html = await answer.text();
      expect(html).toContain(`nonce="${nonces[at]}"`);
      expect(html).not.toContain('__CSP_NONCE__');
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
    const api = await fetch(`${demo.server.address}/health/live`);
    expect(api.headers.get('content-security-policy')).not.toMatch(/nonce|unsafe/);
  });

  it('is kept by the overview with its charts, their tooltips, drawers and choosers', async () => {
    await page.goto(`/overview?region=${demo.regions['云岭市']}&from=2019&to=2025`);
    await settled(page);
    expect(await page.locator('[data-painted="true"]').count()).toBeGreaterThanOrEqual(3);
    const canvas = page.locator('[data-chart="outcomes"] canvas');
    await canvas.scrollIntoViewIfNeeded();
    const box = (await canvas.boundingBox())!;
    const tooltip = page.locator('[data-chart="outcomes"] strong').first();
    for (let step = 2; step < 40 && !(await tooltip.isVisible()); step += 1) {
      await page.mouse.move(box.x + (box.width * step) / 40, box.y + box.height * 0.8);
      await page.waitForTimeout(100);
    }
    expect(await tooltip.innerText()).toMatch(/^20\d\d/);
    await page.locator('[data-chart="outcomes"]').getByRole('button', { name: '看数据表' }).click();
    await page
      .locator('[data-chart="outcomes"]')
      .getByRole('button', { name: /^予以公开 2023/ })
      .click();
    await page.getByRole('dialog').waitFor();
    await settled(page);
    // The page behind a dialogue does not scroll: its style has come in.
    expect(await page.evaluate(() => getComputedStyle(document.body).overflow)).toBe('hidden');
    await page.keyboard.press('Escape');
    await page.getByPlaceholder('名称、拼音或首字母').first().fill('yl');
    await page.locator('[role=option]').first().waitFor();
    expect(await violations()).toEqual([]);
  });

  it('is kept by an edition, the log-in, the desk of a filer and its upload', async () => {
    const { rows } = await demo.database.owner.query<{ id: string }>(
      `SELECT report_id AS id FROM standings WHERE state = 'published' LIMIT 1`,
    );
    await page.goto(`/reports/${rows[0]!.id}`);
    await settled(page);
    expect(await page.locator('[data-cell]').count()).toBeGreaterThan(100);
    expect(await violations()).toEqual([]);
    await logIn('yl-tongji');
    expect(await violations()).toEqual([]);
    await page.goto(`/file?agency=${await agencyOf('yl-tongji')}&year=2025`);
    await settled(page);
    expect(new URL(page.url()).pathname).toBe('/file/2025');
    await page.getByRole('button', { name: '上传文件' }).click();
    await page.locator('input[type=file]').first().setInputFiles(REPORT);
    await page.locator('[data-finding], [data-refusal]').first().waitFor();
    expect(await violations()).toEqual([]);
  });

  it('is kept by the queue and the notices of a supervisor', async () => {
    await page.context().clearCookies();
    await logIn('yl-shenhe');
    await page.goto('/review?awaiting=1');
    await settled(page);
    expect(await violations()).toEqual([]);
    for (const address of ['/notices', '/rules']) {
      await page.goto(address);
      await settled(page);
      expect(await violations()).toEqual([]);
    }
  });

  it('keeps out a style of somebody else (canary)', async () => {
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<style>body { color: rgb(1, 2, 3) }</style><p style="color: rgb(1, 2, 3)">x</p>');
    });
    await page.waitForFunction(() => (window as unknown as { readonly violations: readonly unknown[] }).violations.length >= 2);
    expect((await violations()).map(({ directive }) => directive).sort()).toEqual(['style-src-attr', 'style-src-elem']);
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).not.toBe('rgb(1, 2, 3)');
    expect(troubles.filter((trouble) => !/Content Security Policy/.test(trouble))).toEqual([]);
  });

  async function agencyOf(login: string): Promise<string> {
    const { rows } = await demo.database.owner.query<{ id: string }>('SELECT agency_id AS id FROM accounts WHERE login = $1', [login]);
    return rows[0]!.id;
  }
});
