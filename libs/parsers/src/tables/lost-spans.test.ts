import type { PrintedCell } from '../printed-document';
import { linesWithoutSpans } from './lost-spans';

const rowOf = (text: string): readonly PrintedCell[] =>
  text.split('|').map((cell, column) => ({ text: cell, column, columnSpan: 1, rowSpan: 1, place: {} }));

function lineOf(text: string, labels: number | null) {
  const [line] = linesWithoutSpans([rowOf(text)], { labels, leaves: 3 });
  return `${line!.labels.join('>')}: ${line!.cells.map((cell) => cell?.text ?? '?').join(' ')}`;
}

describe('linesWithoutSpans', () => {
  it.each([
    ['一、新收|||7|8|15', 3, '一、新收: 7 8 15'],
    ['三、结果|（一）予以公开||7|8|15', 3, '三、结果>（一）予以公开: 7 8 15'],
    ['三、结果|（一）予以公开|7|8|15', 3, '三、结果>（一）予以公开: 7 8 15'],
    ['三、结果|（三）不予公开|1.秘密|7|8|15', 1, '三、结果>（三）不予公开>1.秘密: 7 8 15'],
  ])('counts %s from the right under a header with %s labels', (row, labels, line) => {
    expect(lineOf(row, labels)).toBe(line);
  });

  it.each([
    ['三、结果|（一）予以公开||8|15', 3, 'a figure is gone and the blank label would take its place'],
    ['三、结果|（一）予以公开|5|7|8|15', 1, 'a figure stands where a label should'],
    ['5|7|8|15', 0, 'the header has no column for labels'],
    ['7|8', null, 'there are too few cells'],
  ] as const)('takes nothing from %s where %s labels are printed: %s', (row, labels, _) => {
    expect(lineOf(row, labels)).toMatch(/: \? \? \?$/);
  });
});
