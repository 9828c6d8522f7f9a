import type { Browser, Page } from 'playwright-core';
import { accessibilityTroubles, describeInBrowser, keepPicture, openBrowser } from '../support/browser';
import { openDeskOf } from '../support/desk-page';
import { submit } from '../support/filing';
import { smallCityServer } from '../support/small-city-server';
import { PLAIN_NARRATIVE, typedCells } from '../support/typed-cells';
import { reportFile } from '../support/written-report';

jest.setTimeout(120_000);

const YEAR = 2023;
const COPIED = ['一是公开目录更新不够及时，部分栏目内容偏少。', '下一步将明确专人负责，逐项对照目录检查更新。'];
const OWN = '二是解读材料形式单一，今年已增加图解和问答。';

describeInBrowser('texts and files on the desk', () => {
  const here = smallCityServer(['agency', 'neighbour', 'county']);
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  const open = () => openDeskOf(browser, { address: here.server.address, cookie: here.cookies.agency!.split(';')[0]! }, YEAR);
  const selected = (page: Page): Promise<string> =>
    page.evaluate(() => {
      const { value, selectionStart, selectionEnd } = document.activeElement as HTMLTextAreaElement;
      return value.slice(selectionStart, selectionEnd);
    });

  it('mark in a section what is last year’s word for word, and lead from one sentence to the next', async () => {
    const narrative = PLAIN_NARRATIVE.map((part) => (part.section === 's5' ? { ...part, text: COPIED.join('\n') } : part));
    await submit(here.server, here.cookies.agency, { agencyId: here.city.agency, year: YEAR - 1, cells: typedCells(), narrative });
    const { page, troubles } = await open();
    const field = page.locator('textarea#section-s5');
    await field.fill(`${COPIED[0]}${OWN}\n${COPIED[1]}\n${OWN.repeat(40)}`);
    const part = page.locator('[data-section="s5"]');
    await part.locator('[data-copied="2"]').waitFor();
    expect(await part.locator('mark').allInnerTexts()).toEqual(COPIED);
    await part.getByRole('button', { name: '下一句' }).click();
    expect(await selected(page)).toBe(COPIED[0]);
    await part.getByRole('button', { name: '下一句' }).click();
    expect(await selected(page)).toBe(COPIED[1]);
    await part.getByRole('button', { name: '下一句' }).click();
    expect(await selected(page)).toBe(COPIED[0]);
    await part.getByRole('button', { name: '上一句' }).click();
    expect(await selected(page)).toBe(COPIED[1]);
    const [broken, under] = await part.evaluate((one) =>
      [one.querySelector('textarea')!, one.querySelector('[data-marked-sheet]')!].map(({ scrollHeight, clientWidth }) => [
        scrollHeight,
        clientWidth,
      ]),
    );
    expect(under).toEqual(broken);
    expect(await accessibilityTroubles(page)).toEqual([]);
    await keepPicture(page, 'desk-copied');
    await field.fill(OWN);
    await part.locator('[data-copied]').waitFor({ state: 'detached' });
    expect(await part.locator('mark').count()).toBe(0);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('refuse a file of another agency and year naming both, its code folded away', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: '上传文件' }).click();
    const { name, content } = reportFile({ agency: '青禾县林业局', year: YEAR - 2 });
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
    const replace = page.getByRole('dialog').getByRole('button', { name: '替换' });
    const note = page.locator('[data-refusal="OTHER_YEAR"]');
    await replace.or(note).first().waitFor();
    if (await replace.isVisible()) await replace.click();
    await note.waitFor();
    expect(await note.innerText()).toContain(`文件是“青禾县林业局” ${YEAR - 2} 年度的报告，不能作为“青禾县统计局” ${YEAR} 年度报送。`);
    expect(await note.innerText()).not.toMatch(/[A-Z_]{4}/);
    await note.getByText('技术信息').click();
    expect(await note.getByText('OTHER_YEAR').isVisible()).toBe(true);
    await page.context().close();
  });

  it('show beside the tables the file that was read, before it is filed: each cell lights its place, and a place leads to its cell', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: '上传文件' }).click();
    const { name, content } = reportFile({ agency: '青禾县统计局', year: YEAR }, 'page');
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/html', buffer: Buffer.from(content) });
    const replace = page.getByRole('dialog').getByRole('button', { name: '替换' });
    const button = page.getByRole('button', { name: '对照原件' });
    await replace.or(button).first().waitFor();
    if (await replace.isVisible()) await replace.click();
    await button.click();
    await page.locator('[data-spot]').first().waitFor();
    await page.locator('[role=grid] [data-cell="s3/new_received/natural_person"]').click();
    await page.locator('[data-spot][data-lit][data-cells="s3/new_received/natural_person"]').waitFor();
    await page.locator('[data-spot][data-cells="s3/granted/total"]').click();
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-cell') === 's3/granted/total');
    await page.locator('[data-spot][data-lit][data-cells="s3/granted/total"]').waitFor();
    expect(await accessibilityTroubles(page)).toEqual([]);
    await keepPicture(page, 'desk-original');
    const file = await page.locator('[data-original] a[download]').getAttribute('href');
    const status = async (path: string, login: string | null): Promise<number> => {
      const headers = login === null ? {} : { cookie: here.cookies[login]! };
      return (await fetch(`${here.server.address}${path}`, { headers })).status;
    };
    expect([await status(file!, 'agency'), await status(`${file}/seen`, 'agency')]).toEqual([200, 200]);
    for (const login of ['neighbour', 'county', null])
      expect([login, await status(file!, login), await status(`${file}/seen`, login)]).toEqual([login, 404, 404]);
    expect(
      await status(
        file!.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
        'agency',
      ),
    ).toBe(404);
    await page.context().close();
  });
});
