import type { Browser, Page } from 'playwright-core';
import { accessibilityTroubles, describeInBrowser, openBrowser, openPage, settled } from '../support/browser';
import { demoCityServer } from '../support/demo-city-server';

jest.setTimeout(120_000);

/** What the pages say where there is nothing. */
const NOTHING = ['无数据', '没有找到', '没有应当报告的机关'];

describeInBrowser('questions that the platform does not answer', () => {
  const demo = demoCityServer();
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    ({ page } = await openPage(browser, demo.server.address));
  });
  afterEach(() => page.context().close());

  /** Every question whose text holds all of these fails; how many did. */
  async function failing(...marks: readonly string[]): Promise<{ times: number }> {
    const failed = { times: 0 };
    await page.route('**/graphql', async (route) => {
      const asked = route.request().postData() ?? '';
      if (!marks.every((mark) => asked.includes(mark))) return route.continue();
      failed.times += 1;
      return route.fulfill({ status: 503, contentType: 'text/html', body: 'unavailable' });
    });
    return failed;
  }

  const cityLink = (): string => `/overview?region=${demo.regions['云岭市']}&from=2021&to=2024`;
  const BELOW = ['indicatorSeries', '"groupBy":"region"', '"from":2024'] as const;

  it('are a fault beside the regions below and no empty table, and can be asked again', async () => {
    const failed = await failing(...BELOW);
    await page.goto(cityLink());
    const below = page.getByRole('region', { name: '下级地区（2024年）' });
    await below.getByRole('alert').waitFor();
    expect(failed.times).toBeGreaterThan(0);
    for (const word of NOTHING) expect([word, await below.getByText(word).count()]).toEqual([word, 0]);
    await page.unroute('**/graphql');
    await below.getByRole('button').click();
    await below.getByRole('row', { name: /^栖梧区/ }).waitFor();
    expect(await below.getByRole('alert').count()).toBe(0);
  });

  it('are no figures before they are answered', async () => {
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/graphql', async (route) => {
      const asked = route.request().postData() ?? '';
      if (BELOW.every((mark) => asked.includes(mark))) await answered;
      await route.continue();
    });
    await page.goto(cityLink());
    const below = page.getByRole('region', { name: '下级地区（2024年）' });
    await below.getByRole('status').waitFor();
    for (const word of NOTHING) expect([word, await below.getByText(word).count()]).toEqual([word, 0]);
    answer();
    await below.getByRole('row', { name: /^栖梧区/ }).waitFor();
  });

  it('are not said to have found no place', async () => {
    const failed = await failing('findPlaces');
    await page.goto(cityLink());
    await settled(page);
    await page.getByRole('searchbox', { name: '按名称查找地区或机关' }).fill('青砚');
    await page.getByText('现在读不到，请稍后再试').waitFor();
    expect(failed.times).toBeGreaterThan(0);
    expect(await page.getByText('没有找到').count()).toBe(0);
  });

  it('stand as a fault beside the tree of places', async () => {
    await page.goto(cityLink());
    await settled(page);
    const failed = await failing('RegionBranch');
    const aside = page.getByRole('complementary', { name: '选择地区或机关' });
    await aside.getByRole('button', { name: '展开栖梧区' }).click();
    await aside.getByRole('alert').waitFor();
    expect(failed.times).toBeGreaterThan(0);
    await page.unroute('**/graphql');
    await aside.getByRole('alert').getByRole('button').click();
    await aside.getByRole('link', { name: '栖梧区人民政府', exact: true }).waitFor();
    expect(await aside.getByRole('alert').count()).toBe(0);
    expect(await accessibilityTroubles(page)).toEqual([]);
  });

  it('leave a chosen place without a name, and one that does not exist is said not to', async () => {
    const failed = await failing('PlaceName');
    await page.goto(`/review?region=${demo.regions['云岭市']}`);
    await page.getByText('读不到名称').waitFor();
    expect(failed.times).toBeGreaterThan(0);
    await page.unroute('**/graphql');
    await page.goto('/review?region=999999');
    await page.getByText('没有编号为 999999 的地区').waitFor();
  });
});
