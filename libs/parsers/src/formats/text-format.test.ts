import { readText } from './text-format';
import { blockText } from './fixtures/text-of';

function shape(text: string) {
  return readText(text).blocks.map((block) =>
    block.kind === 'table' ? block.rows.map((row) => row.map((cell) => cell.text)) : blockText(block),
  );
}

describe('readText', () => {
  it('reads one cell a line, merged cells as blanks, cells broken over lines, bookmarks removed', () => {
    const text = '[bookmark: _GoBack]二、标题\n\t[bookmark: x_1]项\n\n\t\n\t商业\n企业\n\t0\n\n\n三、下一节\n正文';
    expect(shape(text)).toEqual(['二、标题', [['项'], ['', '商业\n企业', '0']], '三、下一节', '正文']);
  });

  it('ends a table of single cells at a section, also without an empty line', () => {
    expect(shape('\t规章\n\t0\n四、政府信息公开行政复议、行政诉讼情况\n正文')).toEqual([
      [['规章', '0']],
      '四、政府信息公开行政复议、行政诉讼情况',
      '正文',
    ]);
    expect(shape('\t规章\n\t0\n这是正文')).toEqual([[['规章', '0']], '这是正文']);
  });

  it('reads rows of cells parted by tabs', () => {
    expect(shape('题\n规章\t0\t1\n\t\t2\n正文')).toEqual([
      '题',
      [
        ['规章', '0', '1'],
        ['', '', '2'],
      ],
      '正文',
    ]);
  });

  it('does not take the first half of a figure that goes on in the next line for the whole', () => {
    const rest = '行政处罚\t86\t';
    expect(shape(`行政许可\t12\n04\t\n${rest}`)).toEqual([[['行政许可', '12\n04'], ['行政处罚', '86', '']]]); // prettier-ignore
    expect(shape(`行政许可\t8\n6\n${rest}`)).toEqual([[['行政许可', '8\n6'], ['行政处罚', '86', '']]]); // prettier-ignore
    expect(shape('行政事业性收费\t772\n.35\n三、下一节')).toEqual([[['行政事业性收费', '772\n.35']], '三、下一节']);
    expect(shape('规章\t0\n2024年\t1')).toEqual([[['规章', '0'], ['2024年', '1']]]); // prettier-ignore
  });

  it('reads rows of cells parted by bars, framed or not, ruled or not', () => {
    expect(shape('| 规章 | 0 |\n| --- | :-: |\n| | 1 |')).toEqual([
      [
        ['规章', '0'],
        ['', '1'],
      ],
    ]);
    expect(shape('信息内容|数\n|0\n规章|1')).toEqual([
      [
        ['信息内容', '数'],
        ['', '0'],
        ['规章', '1'],
      ],
    ]);
    expect(shape('｜ - ｜ - ｜')).toEqual([[['-', '-']]]);
  });

  it('knows the line of every cell', () => {
    const block = readText('题\n\t规章\n\n\t0').blocks[1]!;
    expect(block.kind === 'table' && block.rows[1]![0]!.place).toEqual({ table: 1, row: 2, column: 1, line: 4 });
  });
});
