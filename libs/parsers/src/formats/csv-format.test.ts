import { isCsv, readCsv } from './csv-format';
import { blockText } from './fixtures/text-of';

const shape = (text: string) =>
  readCsv(text).blocks.map((block) => (block.kind === 'table' ? block.rows.map((row) => row.map((cell) => cell.text)) : blockText(block)));

describe('readCsv', () => {
  it.each([',', ';'])('reads fields parted by %s, quoted line breaks, a byte order mark, lone fields as paragraphs', (d) => {
    const text = `\uFEFF题${d}${d}\r\n"信息\n内容"${d}制发${d}废止\r\n规章${d}"1"${d}\r\n${d}${d}\r\n说明${d}${d}\r\n`;
    expect(isCsv(text)).toBe(true);
    expect(shape(text)).toEqual(['题', [['信息\n内容', '制发', '废止'], ['规章', '1', '']], '说明']); // prettier-ignore
  });

  it('keeps columns only where a row has as many fields as the labels above it', () => {
    const blocks = readCsv('项,a,b,c\n甲,1,2,3\n乙,1,2\n丙,1,2,3,4\n项,a\n丁,5').blocks;
    const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
    expect(rows.map((row) => row.map(({ text }) => text).join('|'))).toEqual([
      '项|a|b|c|',
      '甲|1|2|3|',
      '乙|1；2',
      '丙|1；2；3；4',
      '项|a|||',
      '丁|5|||',
    ]);
  });

  it('counts records and lines', () => {
    const blocks = readCsv('"a\nb",c,d\n规章,1,2').blocks;
    expect(blocks[0]!.kind === 'table' && blocks[0]!.rows[1]![1]!.place).toEqual({ table: 1, row: 2, column: 2, line: 3 });
  });

  it('refuses a quote that nobody closed', () => {
    expect(() => readCsv('a,b,c\n"d,e,f\n')).toThrow(
      expect.objectContaining({ refusal: expect.objectContaining({ code: 'DAMAGED_FILE' }) }),
    );
  });

  it('takes tabs for a sheet where its lines are filled up, as a spreadsheet saves Unicode text', () => {
    const text = '某局年度报告\t\t\r\n一、总体情况\t\t\r\n\t制发\t废止\r\n规章\t1\t2\r\n五、问题\t\t\r\n';
    expect(isCsv(text)).toBe(true);
    expect(shape(text)).toEqual(['某局年度报告', '一、总体情况', [['', '制发', '废止'], ['规章', '1', '2']], '五、问题']); // prettier-ignore
  });

  it('leaves prose and pasted tables alone', () => {
    expect(isCsv('今年,好。\n明年,更好。\n一,二,三。\n四\n五')).toBe(false);
    expect(isCsv('规章\t1\t2\n规章\t1\t2\n规章\t1\t2\n规章\t1\t2')).toBe(false);
    expect(isCsv('规章\t1\t"2\n"\n规章\t1\t2\n规章\t1\t2\n规章\t1\t2')).toBe(true);
  });
});
