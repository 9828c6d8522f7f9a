import { Workbook } from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RefusedDocument } from '../refusals';
import { openWorkbook } from './open-workbook';
import { sheetRows } from './sheet-rows';

const SHEET = 'xl/worksheets/sheet1.xml';
const STRINGS = 'xl/sharedStrings.xml';

/** A workbook of one sheet, with some of its parts as they are written here. */
async function workbookWith(parts: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.addWorksheet('年报').getCell('A1').value = 'x';
  const written = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
  return zipSync({ ...written, ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])) });
}

const sheetOf = (data: string, rest = '') =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData>${rest}</worksheet>`;
const textsOf = (bytes: Uint8Array) =>
  openWorkbook(bytes).sheets.flatMap(({ name, grid }) => sheetRows(name, grid).map(({ cells }) => cells.map(({ text }) => text)));
function codeOf(bytes: Uint8Array): string {
  try {
    return JSON.stringify(textsOf(bytes));
  } catch (error) {
    if (error instanceof RefusedDocument) return error.refusal.code;
    throw error;
  }
}

describe('openWorkbook', () => {
  const folder = join(__dirname, '../../../../test/reports/accepted');
  const files = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));

  it.each(files)('prints in %s what exceljs finds in its cells', async (file) => {
    const bytes = readFileSync(join(folder, file));
    const witness = await new Workbook().xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer);
    const { sheets } = openWorkbook(new Uint8Array(bytes));
    expect(sheets.map(({ name }) => name)).toEqual(witness.worksheets.filter(({ state }) => state === 'visible').map(({ name }) => name));
    const printed = sheets.flatMap(({ name, grid }) => sheetRows(name, grid)).flatMap(({ cells }) => cells);
    expect(printed.length).toBeGreaterThan(100);
    for (const { text, place } of printed) {
      const cell = witness.getWorksheet(place.sheet)!.getCell(place.row!, place.column!);
      const plain = (words: string) => words.replace(/[\s,]/g, '');
      if (!(cell.value instanceof Date))
        expect([cell.address, plain(text)]).toEqual([cell.address, plain(String(cell.result ?? cell.text))]);
    }
  });

  it('reads strings of runs without how they are read aloud, whatever prefix the writer chose', async () => {
    const strings = `<x:sst xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:si><x:r><x:t>规</x:t></x:r><x:r><x:t>章_x000A_</x:t></x:r>
      <x:rPh sb="0" eb="1"><x:t>guī</x:t></x:rPh></x:si><x:si><x:t><![CDATA[<7>]]></x:t></x:si></x:sst>`;
    const cells = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="inlineStr"><is><t>项</t></is></c></row>';
    expect(textsOf(await workbookWith({ [STRINGS]: strings, [SHEET]: sheetOf(cells) }))).toEqual([['规章', '<7>', '?', '项']]);
  });

  it('prints results that are kept, blank ones too, and formulas without one that do more than add up', async () => {
    const cells =
      '<c t="str"><f>IF(1,"")</f><v></v></c><c><f>0*2</f><v>0</v></c><c><f>1*1</f></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="b"><v>0</v></c><c><v>1E3</v></c>';
    expect(textsOf(await workbookWith({ [SHEET]: sheetOf(`<row r="3">${cells}</row>`) }))).toEqual([
      ['0', '=1*1', '#DIV/0!', 'false', '1000'],
    ]);
  });

  it('prints nothing that a merged cell covers', async () => {
    const cells =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c><c r="C2"><v>4</v></c></row>';
    const merged = sheetOf(cells, '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>');
    expect(textsOf(await workbookWith({ [SHEET]: merged }))).toEqual([['1'], ['4']]);
  });

  it.each([
    ['a tag that was lost', '<row r="1"><c r="A1"><v>1</v><c r="B1"><v>2</v></c></row>'],
    ['rows that do not ascend', '<row r="2"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row>'],
    ['a cell twice', '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
    ['a cell of another row', '<row r="1"><c r="A2"><v>1</v></c></row>'],
    ['a cell nowhere', '<row r="1"><c r="A0"><v>1</v></c></row>'],
  ])('refuses %s', async (_, data) => {
    expect(codeOf(await workbookWith({ [SHEET]: sheetOf(data) }))).toBe('DAMAGED_FILE');
  });

  it('refuses a workbook that lacks a sheet it names', async () => {
    const { [SHEET]: gone, ...parts } = unzipSync(await workbookWith({}));
    expect(strFromU8(gone!)).toContain('sheetData');
    expect(codeOf(zipSync(parts))).toBe('DAMAGED_FILE');
  });
});

it('prints no row without height and no column without width', async () => {
  const cells = (row: number) => ['A', 'B', 'C'].map((column) => `<c r="${column}${row}"><v>${row}</v></c>`).join('');
  const rows = `<row r="1">${cells(1)}</row><row r="2" ht="0" customHeight="1">${cells(2)}</row><row r="3" ht="15">${cells(3)}</row>`;
  const sheet = sheetOf(rows, '<cols><col min="2" max="2" width="0" customWidth="1"/></cols>');
  expect(textsOf(await workbookWith({ [SHEET]: sheet }))).toEqual([
    ['1', '1'],
    ['3', '3'],
  ]);
});
