import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CELLS, DECLARED, FORMS } from '@gongkai/catalogue';
import type { ParseOutcome } from '../parse-report';
import { openReader, type Reader } from '../worker';
import { drawCutTable } from './fixtures/cut-table';
import { box, drawTable, line, placePicture, text, writePdf } from './fixtures/written-pdf';

const built = existsSync(join(__dirname, '../../dist/worker/thread.js'));
const NARRATIVE = [
  text(60, 60, 14, '青禾县气象局2023年政府信息公开工作年度报告'),
  text(60, 90, 10, '一、总体情况'),
  text(80, 110, 10, '全年公开政府信息45件。'),
  text(60, 130, 10, '二、主动公开政府信息情况'),
  text(60, 420, 10, '五、存在的主要问题及改进情况'),
  text(80, 440, 10, '预警信息发到村里还不够快。'),
  text(60, 460, 10, '六、其他需要报告的事项'),
  text(80, 480, 10, '没有收取信息处理费。'),
];
const EDGES = [60, 200, 300, 400, 500];
const ROWS = [
  ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
  ['规章', '0', '0', '0'],
  ['行政规范性文件', '3', '12', '45'],
];
const table = (draw: Partial<Parameters<typeof drawTable>[0]> = {}): string =>
  drawTable({ edges: EDGES, top: 150, height: 24, rows: ROWS, dash: '', ...draw });
const report = (...marks: readonly string[]): Uint8Array => writePdf([[...NARRATIVE, ...marks].join('\n')]);

// pdfjs is an ES module, which Jest does not load: the built thread reads.
(built ? describe : describe.skip)('readPdf', () => {
  let reader: Reader;
  beforeAll(() => {
    reader = openReader({ forms: FORMS, cells: CELLS, declared: DECLARED }, { seconds: 20, megabytes: 512, threads: 1 });
  });
  afterAll(() => reader.close());
  const read = (bytes: Uint8Array): Promise<ParseOutcome> => reader.read({ bytes, fileName: 'report.pdf' });
  const rawsOf = async (bytes: Uint8Array): Promise<readonly string[]> => {
    const outcome = await read(bytes);
    if (!outcome.ok) return [outcome.refusal.code];
    return outcome.report.readings.slice(0, 6).map(({ raw, state }) => (state === 'number' ? raw : `${state} ${raw}`));
  };
  const AS_PRINTED = ['0', '0', '0', '3', '12', '45'];

  it('reads fonts that name their characters only through the character maps of the package', async () => {
    const outcome = await read(report(table()));
    expect(outcome).toMatchObject({ ok: true, format: 'pdf', report: { agencyName: '青禾县气象局', year: 2023 } });
    expect(await rawsOf(report(table()))).toEqual(AS_PRINTED);
  });

  it('says on which page and where a cell stands', async () => {
    const outcome = await read(report(table()));
    expect(outcome.ok && outcome.report.readings[3]?.place).toEqual({
      table: 1,
      row: 3,
      column: 2,
      page: 1,
      box: { left: 200, top: 198, width: 100, height: 24 },
    });
  });

  it.each([
    ['dashed lines', table({ dash: '[3 2] 0 d' })],
    ['a table without outer sides', table({ sides: false })],
    ['text drawn twice', table() + table({ rows: ROWS, shift: 0.4 })],
    ['a watermark across the page', `${table()}\n0.7 0.7 -0.7 0.7 180 300 cm\n${text(0, 842, 40, '内部12345')}`],
    ['text that is not painted', `${table()}\n3 Tr\n${text(330, 212, 10, '99')}\n0 Tr`],
    ['an underline in a cell', `${table()}\n${line(345, 216, 358, 216)}`],
  ])('reads through %s', async (_, marks) => {
    expect(await rawsOf(report(marks))).toEqual(AS_PRINTED);
  });

  /** Digits beside the figure 3, which a reader does not see. */
  const beside = text(192 + 58, 212, 10, '9');
  it.each([
    ['in the colour of the paper', `q 1 g ${beside} Q`],
    ['in nearly the colour of the paper', `q 0.97 0.98 0.97 rg ${beside} Q`],
    ['in the colour of what lies beneath', `${box('0.8 0.9 1 rg', [255, 199, 20, 20])} q 0.8 0.9 1 rg ${text(258, 212, 10, '9')} Q`],
    ['transparent', `q /Clear gs ${beside} Q`],
    ['not painted', `q 3 Tr ${beside} Q`],
    ['too small to be seen', text(249, 212, 0.3, '9')],
    ['narrowed to nothing', `q 2 Tz ${beside} Q`],
    ['clipped away', `q 0 0 10 10 re W n ${beside} Q`],
    ['in a layer that is off', `/OC /Off BDC ${beside} EMC`],
    ['under a filled area', `${beside} ${box('1 g', [250, 199, 20, 20])}`],
    ['under a picture', `${beside} ${placePicture('Picture', [250, 199, 20, 20])}`],
    ['struck out', `${beside} ${line(250, 209, 255, 209)}`],
    ['struck out with a filled line', `${beside} ${box('0 g', [250, 208, 5, 1])}`],
  ])('does not read text that is %s', async (_, marks) => {
    expect(await rawsOf(report(table(), marks))).toEqual(AS_PRINTED);
  });

  it.each([
    ['on the colour of a cell', `${box('0 0 0.6 rg', [200, 198, 100, 24])} q 1 g ${text(245, 214, 10, '39')} Q`],
    ['on a shape', `q 0 0 0.6 rg 200 620 m 300 620 l 320 632 l 300 644 l 200 644 l f 1 g ${text(245, 214, 10, '39')} Q`],
    ['on a picture', `${placePicture('Picture', [200, 198, 100, 24])} q 1 g ${text(245, 214, 10, '39')} Q`],
    ['under a clear picture', `${text(245, 214, 10, '39')} ${placePicture('Stamp', [200, 198, 100, 24])}`],
    ['under a clear area', `${text(245, 214, 10, '39')} q /Clear gs ${box('1 g', [200, 198, 100, 24])} Q`],
    ['with a line beneath', `${text(245, 214, 10, '39')} ${line(245, 216, 255, 216)}`],
    ['in outline', `q 1 Tr 1 g ${text(245, 214, 10, '39')} Q`],
    ['within a clipped area', `q 190 600 200 60 re W n ${text(245, 214, 10, '39')} Q`],
  ])('reads text that is seen %s', async (_, marks) => {
    const rows = [...ROWS.slice(0, 2), ['行政规范性文件', '', '12', '45']];
    expect((await rawsOf(report(table({ rows }), marks)))[3]).toBe('39');
  });

  const marked = (...marks: readonly string[]): Promise<ParseOutcome> =>
    read(report(table({ rows: [...ROWS.slice(0, 2), ['行政规范性文件', '', '12', '45']] }), ...marks));
  it.each([
    ['behind it', [text(245, 214, 10, '128'), text(260, 210, 6.5, '1')], '128¹', '¹'],
    ['before it', [text(245, 210, 6.5, '1'), text(248.5, 214, 10, '128')], '¹128', '¹'],
    ['hardly smaller', [text(245, 214, 10, '128'), text(260, 210.7, 8.3, '12')], '128¹²', '¹²'],
    ['as large', [text(245, 214, 10, '128'), text(260, 210.5, 10, '1')], '128¹', '¹'],
    ['low', [text(245, 214, 10, '128'), text(260, 216, 6.5, '1')], '128₁', '₁'],
    ['in brackets', [text(245, 214, 10, '128'), text(260, 210, 6.5, '[2]')], '128[²]', '[²]'],
    ['by its rise', [`BT /F 10 Tf 1 0 0 1 245 628 Tm <003100320038> Tj /F 6 Tf 4 Ts <0031> Tj ET`], '128¹', '¹'],
    ['in a ring', [text(245, 214, 10, '128①')], '128①', '①'],
  ])('keeps a mark beside a figure apart: %s', async (_, marks, raw, note) => {
    const outcome = await marked(...marks);
    expect(outcome.ok && outcome.report.readings[3]).toMatchObject({ raw, state: 'number', amount: 128n, note });
  });

  it.each([
    ['one above the other', [text(245, 209, 8, '12'), text(245, 219, 8, '8')]],
    ['side by side', [text(245, 214, 10, '12'), text(257.5, 214, 10, '8')]],
    ['the second beyond an edge', [`q 0 0 254 842 re W n ${text(245, 214, 10, '128')} Q`]],
    ['of two sizes', [text(245, 214, 10, '12'), text(255, 214, 7, '8')]],
  ])('takes two figures in a cell for none: %s', async (_, marks) => {
    const outcome = await marked(...marks);
    expect(outcome.ok && outcome.report.readings[3]).toMatchObject({ state: 'unreadable' });
  });

  it('does not read what stands beyond the page', async () => {
    const marks = [...NARRATIVE, table(), text(489, 214, 10, '9')].join('\n');
    expect(await rawsOf(writePdf([marks], false, '/CropBox [0 0 488.5 842]'))).toEqual(AS_PRINTED);
  });

  it.each([
    ['turned by the page', '/Rotate 90', '0 1 -1 0 842 0 cm'],
    ['laid on its side', '', '0 1 -1 0 842 0 cm'],
    ['upside down', '', '-1 0 0 -1 595 842 cm'],
  ])('reads a page %s', async (_, more, turn) => {
    const box = turn.startsWith('0') ? `${more} /MediaBox [0 0 842 595]` : more;
    const bytes = writePdf([`${turn}\n${[...NARRATIVE, table()].join('\n')}`], false, box);
    expect(await rawsOf(bytes)).toEqual(AS_PRINTED);
  });

  it('reads a label that is turned in its cell', async () => {
    const rows = [...ROWS.slice(0, 2), ['', '3', '12', '45']];
    const turned = `q 0 1 -1 0 0 0 cm ${text(457, 842 + 130, 10, '行政规范性文件')} Q`;
    const high = table({ rows, height: 80 });
    expect(await rawsOf(writePdf([[...NARRATIVE, high, turned].join('\n')]))).toEqual(AS_PRINTED);
  });

  it('cuts text that runs through several cells at their edges', async () => {
    const rows = [...ROWS.slice(0, 2), ['行政规范性文件', '', '', '']];
    const joined = text(245, 214, 10, [...'3'.padEnd(20), ...'12'.padEnd(20), '45'].join(''));
    expect(await rawsOf(report(table({ rows }), joined))).toEqual(AS_PRINTED);
  });

  it('does not say whose number it is that stands across a line', async () => {
    const rows = [...ROWS.slice(0, 2), ['行政规范性文件', '', '12', '45']];
    const raws = await rawsOf(report(table({ rows }), text(288, 214, 10, '20417')));
    expect(raws.slice(3, 5).map((raw) => raw.split(' ')[0])).toEqual(['unreadable', 'unreadable']);
  });

  it.each(Array.from({ length: 15 }, (_, at) => at * 9))(
    'reads a ruled table that the end of a page cuts after %d points',
    async (room) => {
      const rows = [
        [['信息内容'], ['本年制', '发件数'], ['本年废', '止件数'], ['现行有', '效件数']],
        [['规章'], ['0'], ['0'], ['0']],
        [['行政规', '范性文件'], ['3'], ['12'], ['45']],
      ];
      const cut = drawCutTable({ edges: EDGES, top: 780 - room, rows, pageEnd: 780 });
      const bytes = writePdf([[...NARRATIVE.slice(0, 4), cut[0]].join('\n'), [...NARRATIVE.slice(4), cut[1]].join('\n')]);
      expect(await rawsOf(bytes)).toEqual(AS_PRINTED);
    },
  );

  it('reads a number that runs over the side of its table', async () => {
    const rows = [...ROWS.slice(0, 2), ['行政规范性文件', '3', '12', '']];
    expect(await rawsOf(report(table({ rows }), text(480, 214, 10, '2045006')))).toEqual(['0', '0', '0', '3', '12', '2045006']);
  });

  it('reads a number that its narrow cell breaks over two lines as one, and two figures below one another as none', async () => {
    const marks = [...NARRATIVE, table({ rows: [...ROWS.slice(0, 2), ['行政规范性文件', '', '', '']], height: 36 })];
    const pair = (x: number, above: string, below: string): readonly string[] => [text(x, 234, 10, above), text(x, 246, 10, below)];
    const wrapped = [text(214, 236, 17, '12345678'), text(214, 253, 17, '9')];
    const cells = [...wrapped, ...pair(340, '1208', '37'), ...pair(420, '2，703，', '771')];
    const raws = await rawsOf(writePdf([[...marks, ...cells].join('\n')]));
    expect(raws.slice(3)).toEqual(['123456789', 'unreadable 1208\n37', '2，703，771']);
  });

  it('does not take two numbers in one cell for one', async () => {
    const rows = [...ROWS.slice(0, 2), ['行政规范性文件', '3    4', '12', '45']];
    expect((await rawsOf(report(table({ rows }))))[3]).toMatch(/^unreadable/);
  });

  it('refuses text whose font is broken rather than leave it out, and reads the next file', async () => {
    const written = new TextDecoder('latin1').decode(report(table())).replace('/UniGB-UCS2-H', '/NoGB1-UCS2-H');
    expect(await read(new TextEncoder().encode(written))).toMatchObject({ ok: false, refusal: { code: 'DAMAGED_FILE' } });
    expect(await rawsOf(report(table()))).toEqual(AS_PRINTED);
  });

  it('says of a scan with recognised text out of sight that such text proves nothing', async () => {
    const marks = [...NARRATIVE, table()].join('\n');
    const [hidden, covered] = [`3 Tr\n${marks}`, `${marks}\n${placePicture('Picture', [0, 0, 595, 842])}`];
    const stamped = `${hidden}\n0 Tr\n${text(480, 800, 10, '扫描件')}`;
    for (const contents of [hidden, covered, stamped]) {
      expect(await read(writePdf([contents]))).toMatchObject({
        ok: false,
        refusal: { code: 'NO_TEXT_LAYER', message: { zh: expect.stringContaining('识别'), en: expect.stringContaining('no proof') } },
      });
    }
  });

  it.each([
    ['a scan', () => writePdf(['']), 'NO_TEXT_LAYER'],
    ['a scan with page numbers', () => writePdf([text(290, 800, 10, '1'), text(290, 800, 10, '2')]), 'NO_TEXT_LAYER'],
    ['a file with a password', () => writePdf([table()], true), 'ENCRYPTED_FILE'],
    ['a file that ends after its first line', () => new TextEncoder().encode('%PDF-1.7\n'), 'DAMAGED_FILE'],
    ['a file cut off in its first object', () => report(table()).slice(0, 60), 'DAMAGED_FILE'],
    ['a file cut short', () => report(table()).slice(0, -400), 'DAMAGED_FILE'],
    ['a book', () => writePdf(new Array<string>(301).fill(text(60, 60, 10, '青禾县志'))), 'FILE_TOO_LARGE'],
  ])('refuses %s', async (_, write, code) => {
    expect(await read(write())).toMatchObject({ ok: false, refusal: { code } });
  });
});
