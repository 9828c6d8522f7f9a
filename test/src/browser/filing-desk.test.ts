import { FORMS } from '@gongkai/catalogue';
import { cellsOf, type CellId } from '@gongkai/model';
import type { Browser } from 'playwright-core';
import { accessibilityTroubles, describeInBrowser, keepPicture, openBrowser, settled } from '../support/browser';
import { excelHtml, figure, figures, focused, openDeskOf, paste, saved, tabUntil } from '../support/desk-page';
import { decide } from '../support/filing';
import { smallCityServer } from '../support/small-city-server';
import { grantedCells, PLAIN_NARRATIVE } from '../support/typed-cells';
import { reportFile } from '../support/written-report';

jest.setTimeout(240_000);

interface CellSeen {
  readonly cell: string;
  readonly typedOver: { readonly raw: string } | null;
}

const FORM = FORMS.find(({ id }) => id === 'gb2021_30')!;
const REQUESTS = FORM.grids.find(({ section }) => section === 's3')!;
const TEXTS = new Map(grantedCells('7').map(({ cell, text }) => [cell, text]));

describeInBrowser('the desk of an agency', () => {
  const here = smallCityServer(['agency', 'county']);
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it('has the whole form filled in by keyboard alone, and filed', async () => {
    const { page, troubles } = await openDesk(2021);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1366);
    await page.getByRole('region', { name: '待填' }).waitFor();
    expect(await page.getByRole('region', { name: '错误' }).count()).toBe(0);
    await tabUntil(page, () => document.activeElement?.getAttribute('data-cell') !== null);
    const typed = FORM.grids.flatMap(cellsOf).filter((cell) => !isTotal(cell));
    for (const cell of typed) {
      expect(await focused(page)).toBe(cell);
      await page.keyboard.type(TEXTS.get(cell)!);
      await page.keyboard.press('Tab');
    }
    expect(await figure(page, 's3/total_processed/total')).toBe('7');
    expect(await page.locator('[data-cell="s3/total_processed/total"]').getAttribute('aria-readonly')).toBe('true');
    for (const { section, text } of PLAIN_NARRATIVE) {
      await tabUntil(page, (id) => document.activeElement?.id === id, `section-${section}`);
      await page.keyboard.type(text);
    }
    await settled(page);
    await saved(page);
    expect(await page.locator('#verdict').getAttribute('data-verdict')).toMatch(/^(clean|warnings)$/);
    expect(await accessibilityTroubles(page)).toEqual([]);
    await keepPicture(page, 'desk-filled');
    await tabUntil(page, () => document.activeElement?.textContent === '正式报送');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent === '正式报送' && document.activeElement.closest('[role=dialog]'));
    await page.keyboard.press('Enter');
    await page
      .getByText(/GK\d{8}-\d{7}/)
      .first()
      .waitFor();
    await page.waitForFunction(() => document.activeElement !== document.body && document.activeElement?.querySelector('[data-receipt]'));
    expect(await filedTexts(2021)).toEqual(Object.fromEntries(TEXTS));
    expect(troubles).toEqual([]);
  });

  it.each([
    ['tabs and lines', false],
    ['the table that a spreadsheet copies', true],
  ])('takes a block of 25 lines and 7 columns from %s, undoes and redoes it as one step', async (_, isMarkedUp) => {
    const { page } = await openDesk(2022);
    await page.locator('[data-cell="s3/new_received/natural_person"]').click();
    const before = await figures(page, 's3');
    const lines = REQUESTS.rows.map((row) => REQUESTS.columns.map((column) => TEXTS.get(`s3/${row.code}/${column.code}`)!));
    await paste(page, isMarkedUp ? excelHtml(lines) : '', lines.map((line) => line.join('\t')).join('\r\n'));
    await page.getByText('已粘贴').waitFor({ state: 'attached' });
    expect(await figures(page, 's3')).toEqual(lines.flat());
    await page.keyboard.press('Control+z');
    expect(await figures(page, 's3')).toEqual(before);
    await page.keyboard.press('Control+y');
    expect(await figures(page, 's3')).toEqual(lines.flat());
    await page.keyboard.press('Control+z');
    await saved(page);
    await page.close();
  });

  it('says what of a paste would fall outside and which totals differ, before it changes anything', async () => {
    const { page } = await openDesk(2022);
    await page.locator('[data-cell="s4/litigation_post_review/pending"]').click();
    await paste(page, '', '3\t9\tx\n7');
    const dialog = page.getByRole('dialog', { name: '粘贴的内容放不下' });
    await dialog.waitFor();
    expect(await figure(page, 's4/litigation_post_review/pending')).toBe('');
    expect(await dialog.innerText()).toMatch(/第 1 行第 3 列：x[^]*第 2 行第 1 列：7[^]*粘贴的是 9，各分项之和为 3/);
    expect(await accessibilityTroubles(page)).toEqual([]);
    await keepPicture(page, 'desk-paste');
    await dialog.getByRole('button', { name: '粘贴放得下的 1 格' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await figure(page, 's4/litigation_post_review/pending')).toBe('3');
    expect(await focused(page)).toBe('s4/litigation_post_review/pending');
    await page.keyboard.press('Control+z');
    await page.locator('[data-cell="s3/granted/natural_person"]').click();
    await paste(page, '', '\t自然人\t商业企业\n（一）予以公开\t4\t9');
    const named = page.getByRole('dialog', { name: '粘贴的内容带有行、列名称' });
    expect(await named.innerText()).toMatch(/第 2 行第 1 列：（一）予以公开/);
    await named.getByRole('button', { name: '粘贴其余的 2 格' }).click();
    await named.waitFor({ state: 'hidden' });
    expect(await figure(page, 's3/granted/natural_person')).toBe('4');
    expect(await figure(page, 's3/granted/commercial_enterprise')).toBe('9');
    await page.keyboard.press('Control+z');
    await saved(page);
  });

  it('copies what is selected, and a held key selects', async () => {
    const { page } = await openDesk(2022);
    await page.locator('[data-cell="s3/granted/natural_person"]').click();
    await page.keyboard.type('4');
    await page.keyboard.press('Tab');
    await page.keyboard.type('9');
    await page.keyboard.press('Escape');
    expect(await figure(page, 's3/granted/commercial_enterprise')).toBe('');
    await page.keyboard.press('F2');
    await page.keyboard.type('１２');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Shift+ArrowLeft');
    expect(await page.locator('[aria-selected="true"]').count()).toBe(2);
    const copied = await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      document.activeElement!.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
      return [clipboardData.getData('text/plain'), clipboardData.getData('text/html')];
    });
    expect(copied).toEqual(['4\t１２\r\n', '<table><tr><td>4</td><td>１２</td></tr></table>']);
    expect(await figure(page, 's3/granted/total')).toBe('16');
    await page.keyboard.press('Delete');
    expect(await figure(page, 's3/granted/total')).toBe('');
    await page.locator('[data-cell="s3/new_received/other_org"]').click();
    await page.keyboard.press('PageDown');
    const [, row, column] = (await focused(page))!.split('/');
    expect(column).toBe('other_org');
    expect(REQUESTS.rows.findIndex(({ code }) => code === row)).toBeGreaterThan(5);
    await page.keyboard.press('PageUp');
    expect(await focused(page)).toBe('s3/new_received/other_org');
    await page.keyboard.press('F2');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).not.toMatch(/^s3/);
    await saved(page);
  });

  it('keeps what an open editor says through a reload, and not what was given up', async () => {
    const { page } = await openDesk(2022);
    const kept = (): Promise<unknown> => page.waitForResponse((response) => response.request().postData()?.includes('SaveDraft') === true);
    await page.locator('[data-cell="s4/review/upheld"]').click();
    const first = kept();
    await page.keyboard.type('61');
    await first;
    await saved(page);
    await page.reload();
    await page.locator('[role=grid]').first().waitFor();
    expect(await figure(page, 's4/review/upheld')).toBe('61');
    await page.locator('[data-cell="s4/review/upheld"]').click();
    const second = kept();
    await page.keyboard.type('7');
    await second;
    await page.keyboard.press('Escape');
    expect(await figure(page, 's4/review/upheld')).toBe('61');
    await page.keyboard.press('Delete');
    await saved(page);
    await page.close();
  });

  it('asks before a file replaces what was typed, reads it into the same cells, has its wrong total mended by one press, and files it', async () => {
    const { page } = await openDesk(2023);
    await page.locator('[data-cell="s4/review/upheld"]').click();
    await page.keyboard.type('8');
    await page.keyboard.press('Enter');
    await saved(page);
    await page.getByRole('button', { name: '上传文件' }).click();
    const { name, content } = reportFile({ agency: '青禾县统计局', year: 2023, brokenTotal: '30' }, 'page');
    const file = { name, mimeType: 'text/html', buffer: Buffer.from(content) };
    await page.locator('input[type=file]').setInputFiles(file);
    const asked = page.getByRole('dialog', { name: '用文件替换已填的内容？' });
    expect(await asked.innerText()).toMatch(/已填的 1 格和 0 段正文[^]*30 天/);
    await asked.getByRole('button', { name: '取消' }).click();
    expect(await figure(page, 's4/review/upheld')).toBe('8');
    await page.locator('input[type=file]').setInputFiles(file);
    await asked.getByRole('button', { name: '替换' }).click();
    await page.getByText('换下的草稿可以在“草稿”菜单中恢复').waitFor();
    await page
      .locator('[data-first-finding]')
      .getByRole('button', { name: /^采用 3/ })
      .waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'verdict');
    expect(await figure(page, 's3/new_received/total')).toBe('30');
    await page.getByRole('button', { name: '草稿', exact: true }).click();
    expect(await page.getByRole('menuitem').last().innerText()).toMatch(/^恢复 \d{4}-\d\d-\d\d \d\d:\d\d \S+丢弃的草稿（手工录入）$/);
    await page.keyboard.press('Escape');
    expect(await page.locator('[data-lit="error"]').count()).toBe(1);
    expect(await page.getByRole('button', { name: '正式报送' }).isEnabled()).toBe(false);
    await page.locator('[data-cell="s3/new_received/total"]').click();
    await keepPicture(page, 'desk-wrong-total');
    expect(await accessibilityTroubles(page)).toEqual([]);
    await page.locator('[data-first-finding]').getByRole('button', { name: '采用' }).click();
    await page.locator('[data-lit="error"]').first().waitFor({ state: 'detached' });
    expect(await figure(page, 's3/new_received/total')).toBe('3');
    await settled(page);
    await saved(page);
    await page.getByRole('button', { name: '正式报送' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '正式报送' }).click();
    await page
      .getByText(/GK\d{8}-\d{7}/)
      .first()
      .waitFor();
    expect((await filedTexts(2023))['s3/new_received/total']).toBe('3');
    const { result } = await here.server.ask<{ agency: { reports: { year: number; latest: { cells: CellSeen[] } | null }[] } }>(
      `{ agency(id: "${here.city.agency}") { reports { year latest { cells { cell typedOver { raw } } } } } }`,
      {},
      { cookie: here.cookies.agency },
    );
    const { cells } = result.agency.reports.find((one) => one.year === 2023)!.latest!;
    expect(cells.filter(({ typedOver }) => typedOver !== null)).toEqual([{ cell: 's3/new_received/total', typedOver: { raw: '30' } }]);
  });

  it('begins with what last year hands on, shows the years before beside the cell, and asks why it was changed', async () => {
    const { page } = await openDesk(2024);
    await page.locator('[data-cell="s3/carried_in/natural_person"]').click();
    const aside = page.locator('[data-focused="s3/carried_in/natural_person"]');
    await aside.locator('[data-carried="kept"]').waitFor();
    expect(await aside.locator('[data-before]').innerText()).toMatch(/2021[^]*2023/);
    await page.keyboard.type('5');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    await aside.locator('[data-carried="changed"]').waitFor();
    await aside.getByLabel('书面说明').fill('上年漏计四件，按台账补入。');
    await keepPicture(page, 'desk-carried');
    await aside.getByRole('button', { name: /^采用/ }).first().click();
    await aside.locator('[data-carried="kept"]').waitFor();
    await saved(page);
  });

  it('shows what an amendment changes, cell by cell, before it is sent', async () => {
    const { rows } = await here.database.owner.query<{ id: string }>(
      'SELECT e.id FROM editions e JOIN reports r ON r.id = e.report_id WHERE r.year = 2021 ORDER BY e.id DESC LIMIT 1',
    );
    for (const step of ['acceptReport', 'publishReport'] as const) await decide(here.server, here.cookies.county, step, rows[0]!.id);
    const { page } = await openDesk(2021);
    await page.locator('[data-difference="0"]').waitFor();
    await page.locator('[data-cell="s2/administrative_licensing/decision_count"]').click();
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await page.locator('[data-difference="1"]').waitFor();
    expect(await page.locator('[data-differs="s2/administrative_licensing/decision_count"] td').allInnerTexts()).toEqual(['0', '12']);
    await page.getByLabel('更正类别').selectOption('correction');
    await page.getByLabel('更正理由').fill('行政许可的数量漏记，按台账更正。');
    await settled(page);
    await saved(page);
    const effect = page.locator('[data-effect="decisions_licensing"]').first();
    await effect.waitFor();
    expect(await effect.locator('td').allInnerTexts()).toEqual(['0 件', '12 件']);
    expect(await accessibilityTroubles(page)).toEqual([]);
    await keepPicture(page, 'desk-amendment');
    await page.getByRole('button', { name: '报送更正版' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '报送更正版' }).click();
    await page
      .getByText(/GK\d{8}-\d{7}/)
      .first()
      .waitFor();
    expect(await filedTexts(2021)).toEqual({ ...Object.fromEntries(TEXTS), 's2/administrative_licensing/decision_count': '12' });
  });

  const openDesk = (year: number) => openDeskOf(browser, { address: here.server.address, cookie: here.cookies.agency! }, year);

  /** What the latest edition of a year says, cell by cell; null where it holds no number. */
  async function filedTexts(year: number): Promise<Readonly<Record<string, string | null>>> {
    const { result } = await here.server.ask<{
      agency: { reports: { year: number; latest: { cells: { cell: string; amount: string | null }[] } | null }[] };
    }>(`{ agency(id: "${here.city.agency}") { reports { year latest { cells { cell amount } } } } }`, {}, { cookie: here.cookies.agency });
    const cells = result.agency.reports.find((one) => one.year === year)!.latest!.cells;
    return Object.fromEntries(cells.map(({ cell, amount }) => [cell, amount]));
  }
});

function isTotal(cell: CellId): boolean {
  return FORM.grids.some(({ section, rows, columns }) =>
    rows.some((row) => columns.some((column) => (row.computed || column.computed) && cell === `${section}/${row.code}/${column.code}`)),
  );
}
