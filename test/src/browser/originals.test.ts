import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { accessibilityTroubles, describeInBrowser, keepPicture, openBrowser, openPage, settled } from '../support/browser';
import { submit, type SubmissionSeen } from '../support/filing';
import { WORKSPACE } from '../support/fresh-database';
import { smallCityServer } from '../support/small-city-server';
import { PLAIN_NARRATIVE, typedCells } from '../support/typed-cells';

jest.setTimeout(180_000);

const FOLDER = path.join(WORKSPACE, 'test/reports');
/** What a cell says of itself, what is lit for it, and whether that is in sight. */
interface Lit {
  readonly cell: string;
  readonly raw: string;
  readonly text: string | null;
  readonly page: number | null;
  readonly box: readonly [left: number, top: number, right: number, bottom: number] | null;
  readonly isInSight: boolean;
  readonly isInked: boolean;
}

describeInBrowser('the original beside the report', () => {
  const here = smallCityServer(['agency', 'county', 'foreign']);
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it.each([
    ['accepted/office-export.pdf', '云川市望河区人民政府'],
    ['accepted/suits-turned-no-lines.pdf', '青禾县林业局'],
  ])('of a PDF lights every cell where its figure is drawn, and chooses every cell from there (%s)', async (name, agency) => {
    const { page, troubles } = await openOriginal(name, agency);
    const lit = await lightEach(page);
    expect(lit.length).toBeGreaterThan(150);
    const texts = textOfPdf(path.join(FOLDER, name), await turnsIn(page));
    const wrong = lit.filter((one) => !textIn(texts, one).includes(solid(one.raw)) || !one.isInSight || (one.raw !== '' && !one.isInked));
    expect(wrong.map((one) => ({ ...one, found: textIn(texts, one) }))).toEqual([]);
    expect(await chooseEach(page)).toEqual([]);
    expect(await accessibilityTroubles(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await keepPicture(page, `original-${path.extname(name).slice(1)}`, 900);
    await page.context().close();
  });

  it.each([
    ['accepted/word-tracked-and-numbered.docx', '青禾县水利局'],
    ['accepted/one-sheet.xlsx', '青禾县自然资源和规划局'],
    ['accepted/nested-spans.html', '青禾县民政局'],
    ['accepted/exported-gbk.csv', '青禾县自然资源和规划局'],
    ['accepted/word-97.doc', '云川市生态环境局'],
    ['accepted/run-together.txt', '青禾县水务局'],
  ])('is rebuilt from what reading saw, and lights every cell (%s)', async (name, agency) => {
    const { page, troubles } = await openOriginal(name, agency);
    const lit = await lightEach(page);
    expect(lit.length).toBeGreaterThan(150);
    expect(lit.filter(({ raw, text, isInSight }) => text === null || !solid(text).includes(solid(raw)) || !isInSight)).toEqual([]);
    expect(await chooseEach(page)).toEqual([]);
    expect(await accessibilityTroubles(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('is gone through by keys alone, from the tables and back', async () => {
    const { page } = await openOriginal('accepted/nested-spans.html', '青禾县民政局');
    await page.locator('[data-cell="s3/new_received/natural_person"] button').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const inTables = await page.locator('td[data-chosen]').getAttribute('data-cell');
    expect(inTables).toBe('s3/carried_in/natural_person');
    expect(await page.locator('[data-spot][data-lit]').getAttribute('data-cells')).toBe(inTables);
    expect(await page.getByRole('status').filter({ hasText: '原件为' }).count()).toBe(1);
    await page.locator('[data-spot][tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    expect(await page.locator('td[data-chosen]').getAttribute('data-cell')).toBe('s3/carried_in/commercial_enterprise');
    expect(await page.locator('[data-spot][tabindex="0"]').count()).toBe(1);
    expect(await hiddenAfterScroll(page, '.gk-table-scroll:has([data-section="s3"])', '.gk-row-label')).toBe(0);
    expect(await hiddenAfterScroll(page, '[data-original-scroll]', 'td[data-label]')).toBe(0);
    await page.context().close();
  });

  it('fits a small screen, and follows the address', async () => {
    const { page } = await openOriginal('accepted/office-export.pdf', '云川市望河区人民政府');
    for (const [width, height] of [
      [1366, 768],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.goto(`${page.url().split('?')[0]}?beside=original&cells=s3/new_received/total`);
      await settled(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await page.locator('[data-spot][data-lit]').getAttribute('data-cells')).toBe('s3/new_received/total');
      expect(await accessibilityTroubles(page)).toEqual([]);
    }
    await page.context().close();
  });

  it('is there for who may fetch it, and a typed report says that it has none', async () => {
    const filed = await fileTyped();
    const { page } = await openPage(browser, here.server.address);
    await logIn(page, 'county');
    await page.goto(`/reports/${filed.report}?beside=original`);
    await settled(page);
    expect(await page.getByRole('button', { name: '对照原件' }).count()).toBe(0);
    expect(await page.getByText('在线填写，没有原件。').first().isVisible()).toBe(true);
    const seen = (cookie: string | undefined, id = filed.edition) =>
      fetch(`${here.server.address}/documents/${id}/seen`, { headers: cookie ? { cookie } : {} });
    const typed = await seen(here.cookies.county);
    expect([typed.status, await typed.json()]).toMatchObject([404, { code: 'NO_ORIGINAL', message: { zh: expect.any(String) as string } }]);
    for (const cookie of [undefined, here.cookies.foreign]) {
      const hidden = await seen(cookie);
      expect([hidden.status, await hidden.json()]).toMatchObject([404, { code: 'UNKNOWN_EDITION' }]);
    }
    expect((await seen(here.cookies.county, '1 or 1')).status).toBe(404);
    await page.context().close();
  });

  async function openOriginal(name: string, agency: string): Promise<{ page: Page; troubles: readonly string[] }> {
    const report = await importedReport(name, agency);
    const { page, troubles } = await openPage(browser, here.server.address);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.goto(`/reports/${report}`);
    await page.getByRole('button', { name: '对照原件' }).click();
    await page.locator('[data-spot]').first().waitFor({ timeout: 60_000 });
    await settled(page);
    return { page, troubles };
  }

  /** Published for everybody; the same again gives what stands. */
  async function importedReport(name: string, agency: string): Promise<string> {
    await haveAgency(agency);
    const file = { name: path.basename(name), content: readFileSync(path.join(FOLDER, name)) };
    const { result, errors } = await here.server.ask<{ importPublishedReport: { code?: string; edition: { report: { id: string } } } }>(
      'mutation ($input: PublishedReportInput!) { importPublishedReport(input: $input) { ... on ImportedReport { edition { report { id } } } ... on Refusal { code message { zh } } } }',
      { input: { file: null, source: { citation: '县政府网站' } } },
      { cookie: here.cookies.county, file },
    );
    if (errors || result.importPublishedReport.code) throw new Error(JSON.stringify([errors, result]));
    return result.importPublishedReport.edition.report.id;
  }

  async function haveAgency(name: string): Promise<void> {
    const { owner } = here.database;
    const known = await owner.query('SELECT FROM agency_versions WHERE name = $1', [name]);
    if (known.rowCount !== 0) return;
    const { rows } = await owner.query<{ id: string }>('INSERT INTO agencies DEFAULT VALUES RETURNING id');
    await owner.query(
      `INSERT INTO agency_versions (agency_id, valid_from, region_id, kind, name, pinyin, initials) VALUES ($1, '2000-01-01', $2, 'DEPARTMENT', $3, '', '')`,
      [rows[0]!.id, here.city.county, name],
    );
  }

  async function fileTyped(): Promise<{ readonly edition: string; readonly report: string }> {
    const filed = (await submit(here.server, here.cookies.agency, {
      agencyId: here.city.agency,
      year: 2023,
      cells: typedCells({}),
      narrative: PLAIN_NARRATIVE,
    })) as SubmissionSeen;
    const { rows } = await here.database.owner.query<{ report_id: string }>('SELECT report_id FROM editions WHERE id = $1', [
      filed.edition.id,
    ]);
    return { edition: filed.edition.id, report: rows[0]!.report_id };
  }

  async function logIn(page: Page, login: string): Promise<void> {
    const [name, value] = here.cookies[login]!.split(';')[0]!.split('=') as [string, string];
    await page.context().addCookies([{ name, value, url: here.server.address }]);
  }
});

const solid = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/** Chooses each cell that was read, one after the other, and looks at what is lit then. */
function lightEach(page: Page): Promise<readonly Lit[]> {
  return page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const areaOf = (spot: HTMLElement, paper: Element | null): Lit['box'] => {
      if (paper === null) return null;
      const [own, page] = [spot.getBoundingClientRect(), paper.getBoundingClientRect()];
      const [left, right] = [own.left - page.left, own.right - page.left];
      const [top, bottom] = [own.top - page.top, own.bottom - page.top];
      return [left / page.width, top / page.height, right / page.width, bottom / page.height];
    };
    const isInked = (canvas: HTMLCanvasElement, [left, top, right, bottom]: NonNullable<Lit['box']>): boolean => {
      const [width, height] = [(right - left) * canvas.width, (bottom - top) * canvas.height];
      // Lines around a cell are no figure; a box as small as a digit has none around it.
      const inset = Math.min(width, height) > 12 ? 2 : 0;
      const [x, y] = [Math.floor(left * canvas.width) + inset, Math.floor(top * canvas.height) + inset];
      const { data } = canvas.getContext('2d')!.getImageData(x, y, Math.ceil(width) + 1 - 2 * inset, Math.ceil(height) + 1 - 2 * inset);
      return data.some((shade, at) => at % 4 === 0 && shade < 190);
    };
    const lit: Lit[] = [];
    for (const cell of document.querySelectorAll<HTMLElement>('td[data-cell]:not([data-state="not_found"])')) {
      cell.querySelector('button')!.click();
      await frame();
      const spot = document.querySelector<HTMLElement>('[data-spot][data-lit]');
      if (spot === null) throw new Error(`nothing is lit for ${cell.dataset['cell']}`);
      const paper = spot.closest<HTMLElement>('[data-page]');
      while (paper !== null && paper.dataset['painted'] !== 'true') await frame();
      const [own, room] = [spot.getBoundingClientRect(), document.querySelector('[data-original-scroll]')!.getBoundingClientRect()];
      const at = spot.dataset['cells']!.split(' ').indexOf(cell.dataset['cell']!);
      const label = (spot.getAttribute('aria-label') ?? spot.title).split('; ')[at] ?? 'another cell';
      const box = areaOf(spot, paper);
      const canvas = paper?.querySelector('canvas');
      lit.push({
        cell: cell.dataset['cell']!,
        raw: label.slice(label.lastIndexOf(' ') + 1),
        text: paper ? null : spot.textContent,
        page: paper ? Number(paper.dataset['page']) : null,
        box,
        isInSight: own.top >= room.top - 1 && own.bottom <= room.bottom + 1 && own.left >= room.left - 1 && own.right <= room.right + 1,
        isInked: box === null || !canvas || isInked(canvas, box),
      });
    }
    return lit;
  });
}

/** Chooses each place of the original; gives those whose cell is not the one chosen in the tables then. */
function chooseEach(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const wrong: string[] = [];
    for (const spot of document.querySelectorAll<HTMLElement>('[data-spot]')) {
      spot.click();
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const chosen = document.querySelector('td[data-chosen]')?.getAttribute('data-cell') ?? 'none';
      if (!spot.getAttribute('data-cells')!.split(' ').includes(chosen)) wrong.push(`${spot.getAttribute('data-cells')}: ${chosen}`);
    }
    return wrong;
  });
}

type PdfText = readonly { readonly page: number; readonly text: string; readonly x: number; readonly y: number }[];

/** Characters of a PDF with their middles in parts of the page, by pdf.js itself in a program of its own. */
function textOfPdf(file: string, turns: readonly number[]): PdfText {
  const script = `
    import { getDocument, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
    import { readFileSync } from 'node:fs';
    const turns = ${JSON.stringify(turns)};
    const file = await getDocument({ data: new Uint8Array(readFileSync(${JSON.stringify(file)})), verbosity: 0 }).promise;
    const found = [];
    for (let page = 1; page <= file.numPages; page += 1) {
      const own = await file.getPage(page);
      const view = own.getViewport({ scale: 1, rotation: turns[page - 1] });
      for (const { str, transform, width, height } of (await own.getTextContent({ disableNormalization: true })).items) {
        const [a, b, , , x, y] = Util.transform(view.transform, transform);
        const length = Math.hypot(a, b) || 1;
        const letters = [...str];
        letters.forEach((text, at) => {
          const along = (width * (at + 0.5)) / letters.length;
          found.push({ page, text, x: (x + (along * a) / length) / view.width, y: (y + (along * b) / length - height / 3) / view.height });
        });
      }
    }
    console.log(JSON.stringify(found));`;
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: WORKSPACE, encoding: 'utf8', maxBuffer: 1 << 26 }),
  ) as PdfText;
}

function textIn(texts: PdfText, { page, box }: Lit): string {
  if (box === null) return '';
  const [left, top, right, bottom] = box;
  return solid(
    texts
      .filter((one) => one.page === page && one.x >= left && one.x <= right && one.y >= top && one.y <= bottom)
      .map(({ text }) => text)
      .join(''),
  );
}

/** How each page is turned to be read, as the pages were asked for. */
async function turnsIn(page: Page): Promise<readonly number[]> {
  return page.evaluate(async () => {
    const link = document.querySelector<HTMLAnchorElement>('[data-original] header a')!;
    const { pages } = (await (await fetch(`${link.getAttribute('href')}/seen`)).json()) as { pages: { turn: number }[] };
    return pages.map(({ turn }) => turn);
  });
}

/** How many names of rows are out of sight at the left once their table is scrolled to its right end. */
const hiddenAfterScroll = (page: Page, scroller: string, label: string): Promise<number> =>
  page.evaluate(
    ([around, names]) => {
      const room = document.querySelector(around!)!;
      room.scrollLeft = room.scrollWidth;
      if (room.scrollLeft === 0 || room.querySelector(names!) === null) throw new Error('nothing to scroll, or no names');
      const isHidden = (name: Element): boolean => name.getBoundingClientRect().left < room.getBoundingClientRect().left - 1;
      return [...room.querySelectorAll(names!)].filter(isHidden).length;
    },
    [scroller, label],
  );
