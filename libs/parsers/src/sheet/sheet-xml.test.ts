import { Workbook, type Cell } from 'exceljs';
import { readXlsx } from '../formats/xlsx-format';

const WHITE = { argb: 'FFFFFFFF' };
const DARK = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F4E79' } } as const;

async function text(fill: (cell: Cell) => void): Promise<string | undefined> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('表');
  sheet.addRow(['甲', '乙']);
  sheet.addRow(['丙', null]);
  fill(sheet.getCell('B2'));
  const { blocks } = await readXlsx(new Uint8Array(await workbook.xlsx.writeBuffer()));
  return blocks.flatMap((block) => (block.kind === 'table' ? [block.rows[1]?.[1]?.text] : []))[0];
}
const rich =
  (...runs: readonly { readonly text: string; readonly font?: object }[]) =>
  (cell: Cell) =>
    void (cell.value = { richText: [...runs] });

describe('what a cell of a workbook looks like', () => {
  it.each([
    ['raised', rich({ text: '128' }, { text: '1', font: { vertAlign: 'superscript' } }), '128¹'],
    ['lowered', rich({ text: '128' }, { text: '1', font: { vertAlign: 'subscript' } }), '128₁'],
    ['struck out', rich({ text: '24', font: { strike: true } }, { text: '2418' }), '2\u03364\u03362418'],
    ['several runs', rich({ text: '1' }, { text: '2', font: { bold: true } }), '12'],
    ['a struck-out cell', (cell: Cell) => void Object.assign(cell, { value: 41, font: { strike: true } }), '4\u03361\u0336'],
    ['white', (cell: Cell) => void Object.assign(cell, { value: 41, font: { color: WHITE } }), '4\u03361\u0336'],
    ['white on a ground', (cell: Cell) => void Object.assign(cell, { value: 41, font: { color: WHITE }, fill: DARK }), '41'],
    ['a white run', rich({ text: '9', font: { color: WHITE } }, { text: '86' }), '9\u033686'],
    ['a run in the white of the theme', rich({ text: '9', font: { color: { theme: 0 } } }, { text: '86' }), '9\u033686'],
    ['a run in nearly white', rich({ text: '9', font: { color: { argb: 'FFFEFEFE' } } }, { text: '86' }), '9\u033686'],
    ['a run in a grey of the theme', rich({ text: '9', font: { color: { theme: 0, tint: -0.5 } } }, { text: '86' }), '986'],
    [
      'a white run on a ground',
      (cell: Cell) =>
        void Object.assign(cell, { value: { richText: [{ text: '9', font: { color: WHITE } }, { text: '86' }] }, fill: DARK }),
      '986',
    ],
    ['a much smaller run', rich({ text: '86' }, { text: '1', font: { size: 6 } }), '86¹'],
    ['a run of nearly the same size', rich({ text: '86' }, { text: '1', font: { size: 9 } }), '861'],
    ['a text that its format hides', (cell: Cell) => void Object.assign(cell, { value: '41', numFmt: ';;;' }), '4\u03361\u0336'],
    ['a mark by its format', (cell: Cell) => void Object.assign(cell, { value: 41, numFmt: '0"①"' }), '41①'],
  ])('%s', async (_, fill, printed) => expect(await text(fill)).toBe(printed));
});
