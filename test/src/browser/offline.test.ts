import type { Browser, BrowserContext, Page } from 'playwright-core';
import { accessibilityTroubles, describeInBrowser, openBrowser, openPage, settled } from '../support/browser';
import { smallCityServer } from '../support/small-city-server';

jest.setTimeout(180_000);

describeInBrowser('without a network', () => {
  const here = smallCityServer(['agency', 'neighbour']);
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    ({ page } = await openPage(browser, here.server.address));
    context = page.context();
    await logIn('agency');
  }, 120_000);
  afterAll(() => browser.close());

  async function logIn(login: string): Promise<void> {
    const [name, value] = here.cookies[login]!.split('=') as [string, string];
    await context.addCookies([{ name, value, url: here.server.address }]);
  }
  const offlineLine = () => page.locator('[data-refusal="OFFLINE"]');
  /** Every address that the worker keeps an answer of. */
  const keptAddresses = () =>
    page.evaluate(async () => {
      const caches = await Promise.all((await globalThis.caches.keys()).map((name) => globalThis.caches.open(name)));
      const requests = await Promise.all(caches.map((cache) => cache.keys()));
      return requests.flat().map(({ url }) => new URL(url).pathname);
    });

  it('a page of an agency opens once it was visited, with its reader, and says that it is offline', async () => {
    await page.goto('/file');
    await settled(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await context.setOffline(true);
    await page.goto('/file');
    await offlineLine().waitFor();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('banner').innerText()).toContain('青禾县统计局');
    // The years it owes were read before.
    expect(await page.getByRole('main').innerText()).toContain('2023');
    expect(await accessibilityTroubles(page)).toEqual([]);
    await page.goto('/receipts');
    await page.getByText('暂时连接不上平台').waitFor();
    expect(await offlineLine().count()).toBe(1);
  });

  it('goes on by itself when the network is back', async () => {
    await context.setOffline(false);
    await page.getByText('还没有报送过').waitFor();
    expect(await offlineLine().count()).toBe(0);
  });

  it('keeps files of the app alone, no answer of the api, under the policy of the page', async () => {
    const kept = await keptAddresses();
    expect(kept.length).toBeGreaterThan(20);
    expect(kept.filter((path) => path !== '/' && path !== '/favicon.svg' && !path.startsWith('/assets/'))).toEqual([]);
    await context.setOffline(true);
    const opened = await page.goto('/receipts');
    expect(opened?.headers()['content-security-policy']).toMatch(/script-src 'self';.*style-src 'self' 'nonce-/);
    await context.setOffline(false);
  });

  it('leaves nothing of a reader who logged out, and gives nobody what another account read', async () => {
    await page.goto('/file');
    await settled(page);
    await page
      .getByRole('banner')
      .getByRole('button', { name: /当前账号/ })
      .click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.waitForURL('**/overview*');
    await settled(page);
    await context.setOffline(true);
    await page.goto('/file');
    await offlineLine().waitFor();
    expect(await page.getByText('青禾县统计局').count()).toBe(0);
    await context.setOffline(false);
    await logIn('neighbour');
    await page.goto('/file');
    await settled(page);
    await context.setOffline(true);
    await page.goto('/file');
    await offlineLine().waitFor();
    await page.getByRole('banner').getByText('青禾县林业局').waitFor();
    expect(await page.getByText('青禾县统计局').count()).toBe(0);
    await context.setOffline(false);
  });

  it('is paid for by nobody who only reads', async () => {
    const reader = await openPage(browser, here.server.address);
    await reader.page.goto('/overview');
    await settled(reader.page);
    expect(await reader.page.evaluate(() => navigator.serviceWorker.getRegistration().then((found) => found ?? null))).toBeNull();
  });
});
