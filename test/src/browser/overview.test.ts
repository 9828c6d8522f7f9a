import type { Browser, Locator, Page } from 'playwright-core';
import { accessibilityTroubles, describeInBrowser, openBrowser, openPage, settled } from '../support/browser';
import { demoCityServer } from '../support/demo-city-server';

jest.setTimeout(120_000);

describeInBrowser('the overview', () => {
  const demo = demoCityServer();
  let browser: Browser;
  let page: Page;
  let troubles: readonly string[];

  beforeAll(async () => {
    browser = await openBrowser();
    ({ page, troubles } = await openPage(browser, demo.server.address));
  }, 120_000);
  afterAll(() => browser.close());

  const open = async (more = ''): Promise<Locator> => {
    await page.goto(`/overview?region=${demo.regions['云岭市']}&from=2023&to=2025${more}`);
    await settled(page);
    return page.getByRole('region', { name: '下级地区（2025年）' });
  };

  /** The names that pressing it brings. */
  async function listed(button: Locator): Promise<readonly string[]> {
    await button.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('listitem').first().waitFor();
    const names = await dialog.getByRole('listitem').getByRole('link').allInnerTexts();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    return names;
  }

  const countIn = (text: string): number => Number(/\d+/.exec(text)![0]);

  it.each([
    ['now', ''],
    ['as of a day', '&as_of=2026-02-10'],
    ['of first editions', '&edition=first_published'],
  ])('brings for each count of agencies just as many names, whole and region by region (%s)', async (_, more) => {
    const below = await open(more);
    const words = page.locator('main p').filter({ hasText: '2025年度应公布报告' });
    await words.waitFor();
    await below.locator('[data-part]').first().waitFor();
    for (const [part, said] of [
      ['missing', '家未公布'],
      ['late', '家逾期报送'],
    ] as const) {
      const whole = words.getByRole('button', { name: said });
      const counts = await below.locator(`[data-part="${part}"]`).allInnerTexts();
      const sum = counts.reduce((all, text) => all + Number(text), 0);
      expect([part, sum]).toEqual([part, (await whole.count()) === 0 ? 0 : countIn(await whole.innerText())]);
      const named: string[] = [];
      for (const button of await below.locator(`[data-part="${part}"] button`).all()) {
        const count = countIn(await button.innerText());
        const names = await listed(button);
        expect([part, names.length]).toEqual([part, count]);
        named.push(...names);
      }
      if (sum > 0) expect((await listed(whole)).toSorted()).toEqual(named.toSorted());
    }
  });

  it('does not let those filed late pass for those who are overdue', async () => {
    const below = await open();
    expect(await below.getByRole('columnheader').allInnerTexts()).toEqual([
      '地区',
      '已公布／应公布',
      '其中逾期报送',
      '未公布',
      '新收申请（件）',
      '公开率',
    ]);
    await below.locator('[data-part="missing"] button').first().click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('listitem')
      .filter({ hasText: /期限 2026-\d\d-\d\d/ })
      .first()
      .waitFor();
    expect(await accessibilityTroubles(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('counts the own agencies of the region too, under their own name', async () => {
    const below = await open();
    const rows = await below
      .getByRole('row')
      .filter({ has: page.locator('[data-part]') })
      .all();
    expect(await rows[0]!.locator('td').first().innerText()).toBe('云岭市本级');
  });

  it('holds one year against the one before as it does a range, and says why where there is none', async () => {
    const changes = async (from: number, to: number): Promise<readonly string[]> => {
      await page.goto(`/overview?region=${demo.regions['云岭市']}&from=${from}&to=${to}`);
      await settled(page);
      const figures = page.getByRole('region', { name: `${to}年主要数据` });
      await figures.waitFor();
      return (await figures.innerText()).split('\n').filter((line) => /上年/.test(line));
    };
    const range = await changes(2022, 2024);
    expect(range.some((line) => line.startsWith('较上年'))).toBe(true);
    expect(await changes(2024, 2024)).toEqual(range);
    expect(new Set(await changes(2019, 2019))).toEqual(new Set(['与上年不可比：上年没有应当报告的机关']));
  });

  it('holds the years against each other over the agencies that both count where they differ much, and brings just as many names', async () => {
    await open();
    const sentence = page.locator('main p').filter({ hasText: '按两年均计入的' });
    await sentence.waitFor();
    const button = sentence.getByRole('button', { name: /^\d+ 家$/ });
    const count = countIn(await button.innerText());
    expect((await listed(button)).length).toBe(count);
    const figures = await page.getByRole('region', { name: '2025年主要数据' }).innerText();
    expect(figures).not.toContain('不可直接比较');
    const [change] = /较上年 [+−][^\n]*/.exec(figures)!;
    expect(figures).toContain(`同口径 ${count} 家`);
    expect(await sentence.innerText()).toContain(`，较上年：新收申请 ${change.replace('较上年 ', '').split('）')[0]}`);
    await open('&panel=constant');
    await page.getByText('同比：一律同口径').first().waitFor();
    await settled(page);
    expect(await page.getByRole('region', { name: '2025年主要数据' }).innerText()).toContain(change);
  });

  it('tells officials where the reports owed stand, each count one step from a list of just as many', async () => {
    const cookie = await demo.server.logIn('yl-shenhe', 'gongkai-demo');
    const [name = '', value = ''] = cookie.split('=');
    await page.context().addCookies([{ name, value, url: demo.server.address }]);
    await open();
    const standing = page.getByRole('navigation', { name: '2025年度应报报告的状态' });
    await standing.waitFor();
    expect((await standing.boundingBox())!.y).toBeLessThan(400);
    const steps = await standing
      .getByRole('link')
      .evaluateAll((links) =>
        links.map((link) => ({ href: link.getAttribute('href')!, count: Number(link.querySelector('b')!.textContent) })),
      );
    expect(steps.length).toBe(6);
    const [expected] = steps.slice(-1);
    expect(steps.slice(0, -1).reduce((sum, { count }) => sum + count, 0)).toBe(expected!.count);
    const words = await page.locator('main p').filter({ hasText: '2025年度应公布报告' }).innerText();
    expect(words).toMatch(new RegExp(`应公布报告 ${expected!.count} 家，已公布 ${steps[4]!.count} 家`));
    for (const { href, count } of steps) {
      await page.goto(href);
      await settled(page);
      await page
        .getByText(count === 0 ? '没有符合条件的报告' : `共 ${count} 份`)
        .first()
        .waitFor();
    }
    await page.context().clearCookies();
  });

  it('says in one line how is counted, and lets it be changed there by keyboard', async () => {
    await open();
    const line = page.getByRole('button', { name: /^统计口径/ });
    expect(await line.innerText()).toContain('已公布的报告 · 最新版本 · 按报送时的机构 · 同比：机关相差大时同口径');
    expect(await page.getByLabel('统计版本').count()).toBe(0);
    await line.focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('统计版本').selectOption('首次公布');
    await page.getByRole('button', { name: /首次公布 · 按报送时的机构/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('edition')).toBe('first_published');
    await settled(page);
    expect(await accessibilityTroubles(page)).toEqual([]);
  });

  it('names the applicants and results that a figure counts alone', async () => {
    await page.goto(`/overview?region=${demo.regions['云岭市']}&from=2023&to=2024&indicator=total_processed&outcome=other`);
    await settled(page);
    const card = page.locator('[data-chart="comparison"]');
    await card.getByRole('button', { name: '看数据表' }).click();
    await card.locator('.gk-twin-figure').first().click();
    await page.getByRole('dialog', { name: /^办理总数 · 其他处理 · / }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('says in the words behind a figure who is counted and who is not, and both make the whole', async () => {
    await page.goto(`/overview?region=${demo.regions['云岭市']}&from=2025&to=2025`);
    await settled(page);
    const figures = page.getByRole('region', { name: '2025年主要数据' });
    await figures
      .getByRole('button', { name: /应报告/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('listitem').first().waitFor();
    const said = await dialog.locator('p').first().innerText();
    const [expected, counted, ...others] = [...said.matchAll(/(\d+) 家/g)].map(([, count]) => Number(count));
    expect(counted! + others.reduce((sum, count) => sum + count, 0)).toBe(expected);
    expect(await dialog.getByRole('listitem').count()).toBe(expected! - counted!);
    await page.keyboard.press('Escape');
  });

  it('says which values of the address have no effect and lets go of them', async () => {
    await open('&edition=9&by=planet');
    const said = page.locator('[data-refusal="IGNORED_VALUES"]');
    const words = await said.innerText();
    expect(words).toContain('edition=9 没有起作用：可用的是 latest, first_published。');
    expect(words).toContain('by=planet 没有起作用：');
    expect(await accessibilityTroubles(page)).toEqual([]);
    await said.getByRole('link').click();
    await page.waitForURL((url) => !url.searchParams.has('edition') && url.searchParams.get('to') === '2025');
    await said.waitFor({ state: 'detached' });
    await page.goto('/review?year=1999&state=dreamt');
    await said.getByText('year=1999 没有起作用：这里有 2019 年至').waitFor();
  });

  it('prints each chart whole, at the width of the page, with the figures and under the years that its table has', async () => {
    await open();
    const before = await page.locator('figure.gk-chart').count();
    expect(before).toBeGreaterThanOrEqual(3);
    const outcomes = page.locator('[data-chart="outcomes"]');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('.gk-chart-paper svg').count()).toBe(before);
    expect(await outcomes.locator('.gk-chart-screen').isVisible()).toBe(false);
    const printed = await outcomes.locator('.gk-chart-paper svg').evaluate(drawnBars);
    const texts = await outcomes.locator('.gk-chart-paper svg text').allTextContents();
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: null });
    expect(await page.locator('.gk-chart-paper svg').count()).toBe(0);

    await outcomes.getByRole('button', { name: '看数据表' }).click();
    const rows = await outcomes
      .getByRole('row')
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
    const figures = rows.slice(1).map((row) => row.slice(1, 7).map((figure) => Number(/[\d,]+/.exec(figure)![0].replace(',', ''))));
    const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0);
    const pixels = Math.max(...printed.map(({ tops }) => tops.at(-1)!)) / Math.max(...figures.map(sum));
    expect(printed.map(({ year }) => year)).toEqual(['2023', '2024', '2025']);
    for (const [at, { year, tops }] of printed.entries()) {
      const expected = figures[at]!.map((_, place, all) => sum(all.slice(0, place + 1)) * pixels);
      expect([year, tops.length]).toEqual([year, expected.length]);
      for (const [place, top] of tops.entries()) expect(Math.abs(top - expected[place]!)).toBeLessThan(2);
      expect(texts).toContain(String(sum(figures[at]!)));
    }
  });

  it('went without an error in the console', () => {
    expect(troubles).toEqual([]);
  });

  it('says that an edition or a place is not there', async () => {
    await page.goto('/reports/1?edition=99');
    await page.locator('[data-refusal="IGNORED_VALUES"]').getByText('edition=99 没有起作用：没有这一版').waitFor();
    for (const place of ['region=999999', 'region=nowhere', 'agency=999999']) {
      await page.goto(`/overview?${place}`);
      await page.getByRole('heading', { name: place.startsWith('region') ? '没有这个地区' : '没有这个机关' }).waitFor();
    }
  });
});

/** In the browser: the stacks of a drawing from left to right, each under its year, how high each part from the bottom on reaches, in pixels. */
function drawnBars(svg: SVGElement | HTMLElement): readonly { readonly year: string; readonly tops: readonly number[] }[] {
  const box = (shape: Element): DOMRect => (shape as SVGGraphicsElement).getBBox();
  const middle = (shape: Element): number => shape.getBoundingClientRect().left + shape.getBoundingClientRect().width / 2;
  const bars = [...svg.querySelectorAll('path[fill^="#"]')].filter((shape) => box(shape).width > 30 && box(shape).y > 100);
  const ground = Math.max(...bars.map((bar) => box(bar).y + box(bar).height));
  const years = [...svg.querySelectorAll('text')].filter((text) => /^20\d\d$/.test(text.textContent ?? ''));
  return years.map((year) => {
    const stack = bars.filter((bar) => Math.abs(middle(bar) - middle(year)) < 5);
    return { year: year.textContent ?? '', tops: stack.map((bar) => ground - box(bar).y).sort((one, other) => one - other) };
  });
}
