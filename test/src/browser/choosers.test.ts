import type { Browser, Locator, Page } from 'playwright-core';
import { accessibilityTroubles, describeInBrowser, openBrowser, openPage, settled } from '../support/browser';
import { demoCityServer } from '../support/demo-city-server';
import { askSeries, type SeriesRequest, seriesRows } from '../support/series';

jest.setTimeout(120_000);

const YEARS = { from: 2019, to: 2025 };

describeInBrowser('the choosers of the overview', () => {
  const demo = demoCityServer();
  let browser: Browser;
  let page: Page;
  let troubles: readonly string[];
  let comparison: Locator;

  beforeAll(async () => {
    browser = await openBrowser();
    ({ page, troubles } = await openPage(browser, demo.server.address));
    comparison = page.locator('[data-chart="comparison"]');
    await page.goto(`/overview?region=${city()}&from=${YEARS.from}&to=${YEARS.to}`);
    await settled(page);
    await comparison.getByRole('button', { name: '看数据表' }).click();
  }, 120_000);
  afterAll(() => browser.close());

  const city = (): string => demo.regions['云岭市']!;

  const openCounting = (): Promise<void> => page.getByRole('button', { name: /^统计口径/ }).click();

  async function choose(label: string, option: string): Promise<void> {
    await page.getByLabel(label, { exact: true }).selectOption(option);
  }

  interface Figures {
    readonly [group: string]: readonly (number | null)[];
  }

  /** The table twin as numbers, by group and year; what is no figure is null. */
  async function figuresShown(): Promise<Figures> {
    const table = await comparison
      .locator('table')
      .evaluate((element) =>
        [...element.querySelectorAll('tr')].map((row) =>
          [...row.querySelectorAll('thead th, .gk-twin-figure')].map((cell) => cell.textContent.trim()),
        ),
      );
    const [names = [], ...rows] = table;
    return Object.fromEntries(names.slice(1, -1).map((name, at) => [name, rows.map((row) => numberIn(row[at] ?? ''))]));
  }

  /** Waits until the page shows just these figures. */
  async function shows(expected: Figures): Promise<void> {
    for (let tries = 0; tries < 50 && JSON.stringify(await figuresShown()) !== JSON.stringify(expected); tries += 1)
      await page.waitForTimeout(200);
    expect(await figuresShown()).toEqual(expected);
    expect(await comparison.getAttribute('aria-busy')).toBe('false');
  }

  const numberIn = (text: string): number | null => (/^[\d,]+/.test(text) ? Number(/^[\d,]+/.exec(text)![0].replaceAll(',', '')) : null);

  /** The same from the api. */
  async function figuresAsked(
    asked: Omit<SeriesRequest, 'scope' | 'years' | 'indicators'>,
    indicator = 'new_received',
    scope: SeriesRequest['scope'] = { regionId: city() },
  ): Promise<Figures> {
    const rows = await seriesRows(demo.server, { ...asked, indicators: [indicator], scope, years: YEARS });
    return Object.fromEntries(
      rows.map(({ group, points }) => [group?.name ?? '', points.map(({ value }) => (value === null ? null : Number(value)))]),
    );
  }

  const inUrl = (name: string): string | null => new URL(page.url()).searchParams.get(name);

  it('part a figure by a deeper level of regions, and count only some applicants', async () => {
    await shows(await figuresAsked({ groupBy: 'region' }));
    await choose('地区层级', '乡级');
    const byTownship = await figuresAsked({ groupBy: 'region', level: 'township' });
    expect(Object.keys(byTownship).length).toBeGreaterThan(8);
    await shows(byTownship);
    await choose('申请人', '自然人');
    const natural = await figuresAsked({ groupBy: 'region', level: 'township', filter: { applicants: ['natural_person'] } });
    expect(natural).not.toEqual(byTownship);
    await shows(natural);
    expect([inUrl('level'), inUrl('applicant')]).toEqual(['township', 'natural_person']);
    expect(await accessibilityTroubles(page)).toEqual([]);
  });

  it('give a link that shows the same, and steps the back button takes back', async () => {
    const shown = await figuresShown();
    await page.reload();
    await settled(page);
    await comparison.getByRole('button', { name: '看数据表' }).click();
    await shows(shown);
    await page.goBack();
    await settled(page);
    expect([inUrl('level'), inUrl('applicant')]).toEqual(['township', null]);
    await shows(await figuresAsked({ groupBy: 'region', level: 'township' }));
    await page.goForward();
    await settled(page);
    await shows(shown);
  });

  it('carry the choice to the files and to the explanation of a figure', async () => {
    const [csv, xlsx] = await Promise.all(
      ['CSV', 'Excel'].map((format) => comparison.getByRole('link', { name: `下载 ${format}：分组比较` }).getAttribute('href')),
    );
    const lines = (await (await fetch(demo.server.address + csv!)).text()).trim().split('\r\n');
    const natural = await figuresAsked({ groupBy: 'region', level: 'township', filter: { applicants: ['natural_person'] } });
    expect(lines).toHaveLength(1 + Object.keys(natural).length * 7);
    expect(lines[1]).toContain('as_reported,applicants=natural_person');
    const workbook = await fetch(demo.server.address + xlsx!);
    expect([workbook.status, workbook.headers.get('content-type')]).toEqual([200, expect.stringContaining('spreadsheetml')]);
    expect(
      Buffer.from(await workbook.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');

    const [name] = Object.entries(natural).find(([, values]) => values[4] !== null && values[4]! > 0)!;
    await comparison.getByRole('button', { name: new RegExp(`^${name} +2023`) }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('× 自然人').first().waitFor();
    const parts = await drawer.locator('[data-contributor] > td:first-of-type').allInnerTexts();
    expect(parts.reduce((sum, part) => sum + numberIn(part)!, 0)).toBe(natural[name]![4]);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
  });

  it('hold the organisations of different years together as asked, and say what befell them', async () => {
    await openCounting();
    await choose('申请人', '全部申请人');
    await choose('分组', '按机关');
    const reported = await figuresAsked({ groupBy: 'agency' });
    await shows(reported);
    expect(await comparison.getByText('并入云岭市文化广电和旅游局').count()).toBeGreaterThan(0);
    await choose('机构口径', '按今日的机构');
    const today = await figuresAsked({ groupBy: 'agency', view: 'today' });
    expect(Object.keys(today).length).toBe(Object.keys(reported).length - 2);
    await shows(today);
    await choose('机构口径', '按固定的机构');
    await shows(await figuresAsked({ groupBy: 'agency', view: 'constant' }));
    expect(inUrl('view')).toBe('constant');
    expect(await accessibilityTroubles(page)).toEqual([]);
  });

  it('do not offer what the api would refuse, and say why in its words', async () => {
    const scope = { regionId: city() };
    const refusal = async (asked: Partial<SeriesRequest>) => {
      const answer = await askSeries(demo.server, { indicators: ['new_received'], scope, years: YEARS, ...asked });
      return answer.__typename === 'Refusal' ? answer.message.zh : answer.__typename;
    };
    const option = (label: string, name: string, which: ':disabled' | ':enabled') =>
      page.getByLabel(label, { exact: true }).locator(`option${which}`, { hasText: name }).first().waitFor({ state: 'attached' });
    await option('分组', '按机关类别', ':disabled');
    expect(await page.getByLabel('申请人', { exact: true }).isEnabled()).toBe(false);
    expect(await page.getByText(await refusal({ view: 'constant', groupBy: 'agency_kind' })).count()).toBeGreaterThan(0);
    await choose('机构口径', '按报送时的机构');
    await option('分组', '按申请人类型', ':enabled');
    await option('分组', '按办理结果', ':disabled');
    expect(await page.getByText(await refusal({ groupBy: 'outcome' })).isVisible()).toBe(true);
    await choose('统计版本', '首次公布');
    await option('机构口径', '按今日的机构', ':disabled');
    await page.goto(`/overview?region=${city()}&from=2019&to=2025&by=outcome`);
    await settled(page);
    await openCounting();
    expect(
      await page
        .getByRole('main')
        .getByText(await refusal({ groupBy: 'outcome' }))
        .count(),
    ).toBe(2);
    expect(await page.getByLabel('指标', { exact: true }).isVisible()).toBe(true);
  });

  it('part one agency by applicant and by outcome, and go by keyboard', async () => {
    await page.goto(`/overview?agency=2&from=2019&to=2025&indicator=total_processed`);
    await settled(page);
    await page.getByLabel('分组', { exact: true }).focus();
    await page.keyboard.press('ArrowDown');
    await page.waitForURL(/by=outcome_group/);
    await settled(page);
    await comparison.getByRole('button', { name: '看数据表' }).press('Enter');
    await shows(await figuresAsked({ groupBy: 'outcome_group' }, 'total_processed', { agencyId: '2' }));
    expect(await accessibilityTroubles(page)).toEqual([]);
  });

  it('say which parameters of the address they do not know', async () => {
    await page.goto(`/overview?region=${city()}&from=2019&to=2025&form=2020`);
    await settled(page);
    const said = page.locator('[data-refusal="UNKNOWN_PARAMETERS"]');
    expect(await said.innerText()).toBe('本页不认识网址中的参数：form。这些参数没有起作用。');
    expect(await accessibilityTroubles(page)).toEqual([]);
    await page.goto(`/overview?region=${city()}&from=2019&to=2025`);
    await settled(page);
    expect(await said.count()).toBe(0);
  });

  it('went without an error in the console', () => {
    expect(troubles).toEqual([]);
  });
});
