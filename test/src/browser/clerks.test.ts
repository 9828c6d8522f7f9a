import { FORMS } from '@gongkai/catalogue';
import { reportDocument } from '@gongkai/exports';
import type { CellId } from '@gongkai/model';
import type { Browser, Page } from 'playwright-core';
import { accessibilityTroubles, describeInBrowser, openBrowser, openPage, settled } from '../support/browser';
import { filledDocument } from '../support/filled-document';
import { smallCityServer } from '../support/small-city-server';
import { grantedCells, PLAIN_NARRATIVE } from '../support/typed-cells';

jest.setTimeout(240_000);

const FORM = FORMS.find(({ id }) => id === 'gb2021_30')!;
const WRONG = 's3/new_received/total';
const BOTH = 's2/regulations/issued_count';
const OTHER = 's2/administrative_licensing/decision_count';

interface CellSeen {
  readonly cell: string;
  readonly amount: string | null;
  readonly source: string;
  readonly typedOver: { readonly raw: string } | null;
}

interface DraftSeen {
  readonly version: number;
  readonly content: { readonly cells: readonly { readonly cell: string; readonly text: string | null }[] };
  readonly copies: readonly unknown[];
}

describeInBrowser('what clerks do at the desk', () => {
  const here = smallCityServer(['agency']);
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it('sends our Word file filled in, has its wrong total mended by one press, and the edition tells what was read from what was typed', async () => {
    const { page, troubles } = await openDesk(2023);
    await page.getByRole('button', { name: '上传文件' }).click();
    const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    await page.locator('input[type=file]').setInputFiles({ name: '年度报告.docx', mimeType, buffer: await wordFile('30') });
    const take = page.locator('[data-first-finding]').getByRole('button', { name: /^采用 3/ });
    await take.waitFor();
    expect(await figure(page, WRONG)).toBe('30');
    expect(await page.locator('[data-lit="error"]').count()).toBe(1);
    expect(await page.getByRole('button', { name: '正式报送' }).isEnabled()).toBe(false);
    await take.click();
    await page.locator('[data-lit="error"]').first().waitFor({ state: 'detached' });
    expect(await figure(page, WRONG)).toBe('3');
    await settled(page);
    await saved(page);
    await page.getByRole('button', { name: '正式报送' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '正式报送' }).click();
    const receipt = page.getByText(/GK\d{8}-\d{7}/).first();
    await receipt.waitFor();
    const cells = await cellsFiled(2023);
    expect(cells.filter(({ source }) => source === 'typed')).toEqual([
      { cell: WRONG, amount: '3', source: 'typed', typedOver: { raw: '30' } },
    ]);
    const read = cells.filter(({ source }) => source === 'document');
    expect(Object.fromEntries(read.map(({ cell, amount }) => [cell, amount]))).toEqual(
      Object.fromEntries([...grantedTexts()].filter(([cell]) => cell !== WRONG)),
    );
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('types at two desks at once: both versions stand side by side until one is made of them, and nothing is lost', async () => {
    const [one, other] = [(await openDesk(2024)).page, (await openDesk(2024)).page];
    await type(one, BOTH, '4');
    await type(one, OTHER, '7');
    await saved(one);
    await type(other, BOTH, '5');
    await type(other, OTHER, '9');
    const apart = other.locator('[data-conflict]');
    await apart.waitFor();
    expect(await sides(other)).toEqual([
      ['4', '5'],
      ['7', '9'],
    ]);
    expect(await accessibilityTroubles(other)).toEqual([]);
    expect((await draftOf(2024)).copies).toHaveLength(1);
    const settle = apart.getByRole('button', { name: '保存所选' });
    expect(await settle.isEnabled()).toBe(false);
    await apart.getByRole('radio', { name: /4$/ }).check();
    await apart.getByRole('radio', { name: /9$/ }).check();
    await settle.click();
    await apart.waitFor({ state: 'detached' });
    await saved(other);
    expect([await figure(other, BOTH), await figure(other, OTHER)]).toEqual(['4', '9']);
    const draft = await draftOf(2024);
    const texts = new Map(draft.content.cells.map(({ cell, text }) => [cell, text]));
    expect([texts.get(BOTH), texts.get(OTHER), draft.copies]).toEqual(['4', '9', []]);
    const { rows } = await here.database.owner.query('SELECT id FROM drafts WHERE year = 2024');
    expect(rows).toHaveLength(1);
    await one.evaluate(() => void window.dispatchEvent(new Event('online')));
    await one.locator(`[data-cell="${OTHER}"] .gk-figure`).getByText('9', { exact: true }).waitFor();
    expect(await figure(one, BOTH)).toBe('4');
    await Promise.all([one.context().close(), other.context().close()]);
  });

  async function openDesk(year: number): Promise<{ readonly page: Page; readonly troubles: readonly string[] }> {
    const opened = await openPage(browser, here.server.address);
    const [name, value] = here.cookies.agency!.split('=') as [string, string];
    await opened.page.context().addCookies([{ name, value, url: here.server.address }]);
    await opened.page.goto(`/file/${year}`);
    await opened.page.locator('[role=grid]').first().waitFor();
    await settled(opened.page);
    return opened;
  }

  async function cellsFiled(year: number): Promise<readonly CellSeen[]> {
    const { result } = await here.server.ask<{ agency: { reports: { year: number; latest: { cells: CellSeen[] } | null }[] } }>(
      `{ agency(id: "${here.city.agency}") { reports { year latest { cells { cell amount source typedOver { raw } } } } } }`,
      {},
      { cookie: here.cookies.agency },
    );
    return result.agency.reports.find((one) => one.year === year)!.latest!.cells;
  }

  async function draftOf(year: number): Promise<DraftSeen> {
    const { result } = await here.server.ask<{ draft: DraftSeen }>(
      `{ draft(agencyId: "${here.city.agency}", year: ${year}) { version content { cells { cell text } } copies { id } } }`,
      {},
      { cookie: here.cookies.agency },
    );
    return result.draft;
  }
});

const grantedTexts = (): ReadonlyMap<CellId, string> => new Map(grantedCells('3').map(({ cell, text }) => [cell as CellId, text]));

/** Our own template, filled in, with one total that is not the sum of its parts. */
async function wordFile(total: string): Promise<Buffer> {
  const template = await reportDocument(FORM, { agency: '青禾县统计局', year: 2023, carried: new Map() });
  const cells = new Map([...grantedTexts()].map(([cell, text]) => [cell, cell === WRONG ? total : text]));
  return Buffer.from(filledDocument(template, { cells, narrative: PLAIN_NARRATIVE }));
}

const figure = (page: Page, cell: string): Promise<string> => page.locator(`[data-cell="${cell}"] .gk-figure`).innerText();

async function type(page: Page, cell: string, text: string): Promise<void> {
  await page.locator(`[data-cell="${cell}"]`).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

async function saved(page: Page): Promise<void> {
  await page.locator('[data-saving="saved"]').waitFor();
}

/** What the two versions say of each cell that they tell apart. */
const sides = (page: Page): Promise<readonly (readonly string[])[]> =>
  page
    .locator('[data-conflict] tr[data-difference="cell"]')
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent?.trim() ?? '')));
