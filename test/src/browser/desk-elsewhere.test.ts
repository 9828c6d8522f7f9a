import type { Browser } from 'playwright-core';
import { accessibilityTroubles, describeInBrowser, openBrowser } from '../support/browser';
import { figure, openDeskOf, saved } from '../support/desk-page';
import { PASSWORD } from '../support/small-city';
import { smallCityServer } from '../support/small-city-server';

jest.setTimeout(180_000);

describeInBrowser('the desk of an agency away from the office', () => {
  const here = smallCityServer(['agency']);
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it('is readable and usable on a telephone', async () => {
    const { page } = await openDeskOf(browser, { address: here.server.address, cookie: here.cookies.agency! }, 2024);
    await page.setViewportSize({ width: 390, height: 844 });
    // The window is laid out anew some moments later.
    await page.waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth, undefined, { timeout: 5_000 });
    expect(await page.evaluate(() => window.innerWidth)).toBe(390);
    await page.locator('[data-cell="s2/regulations/issued_count"]').dblclick();
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    expect(await figure(page, 's2/regulations/issued_count')).toBe('2');
    const long = '此格暂无数据'.repeat(70);
    await page.locator('[data-cell="s2/regulations/repealed_count"]').dblclick();
    await page.keyboard.insertText(long);
    await page.keyboard.press('Enter');
    await page.locator('[data-cell="s2/regulations/repealed_count"]').click();
    expect((await page.locator('[data-cell="s2/regulations/repealed_count"]').boundingBox())!.height).toBeLessThan(60);
    await page.locator('[data-focused="s2/regulations/repealed_count"]').getByText(`此格内容：${long}`).waitFor();
    await page.waitForFunction(
      (text) => [...document.querySelectorAll('.gk-finding-message')].some((one) => one.textContent?.includes(text)),
      long,
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await accessibilityTroubles(page)).toEqual([]);
    await page.locator('[data-cell="s2/regulations/repealed_count"]').press('Delete');
    await saved(page);
    await page.goto('/file');
    await page.locator('[data-report]').first().waitFor();
    for (const field of await page.locator('[data-report] >> :is(td, th)').all()) {
      const { x, width } = (await field.boundingBox())!;
      expect(x + width).toBeLessThanOrEqual(390);
    }
    expect(
      await page
        .locator('[data-report] td')
        .first()
        .evaluate((field) => getComputedStyle(field, '::before').content),
    ).toBe('"状态"');
    expect(await accessibilityTroubles(page)).toEqual([]);
    await page.goto('/file/abc');
    await page.getByRole('heading', { name: '“abc”不是年度' }).waitFor();
    await page.getByRole('link', { name: '看全部年度' }).click();
    await page.locator('[data-report]').first().waitFor();
  });

  it('says that the session has ended and where what was typed is, and comes back to it after the log-in', async () => {
    const { page } = await openDeskOf(browser, { address: here.server.address, cookie: here.cookies.agency! }, 2023);
    await page.context().clearCookies();
    await page.locator('[data-cell="s4/review/upheld"]').click();
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: '登录已失效' }).waitFor();
    expect(await figure(page, 's4/review/upheld')).toBe('7');
    await page.reload();
    const ended = page.getByRole('alert').filter({ hasText: '填写的内容存在这台电脑上' });
    await ended.waitFor();
    expect(await page.getByRole('heading', { name: '核验一份报告' }).count()).toBe(0);
    expect(await accessibilityTroubles(page)).toEqual([]);
    await ended.getByRole('link', { name: '登录' }).click();
    await page.waitForURL((url) => url.pathname === '/login');
    expect(new URL(page.url()).searchParams.get('return')).toBe('/file/2023');
    await page.locator('input[name=login]').fill('agency');
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.locator('form').getByRole('button', { name: '登录' }).click();
    await page.waitForURL('**/file/2023');
    await page.locator('[role=grid]').first().waitFor();
    expect(await figure(page, 's4/review/upheld')).toBe('7');
    await saved(page);
  });
});
