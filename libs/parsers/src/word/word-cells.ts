import type { HtmlNode } from '../html/html-nodes';
import type { CellShape, Merge } from './word-table';
import { childOf } from '../office/office-xml';
import { countOf, valueOf } from './word-xml';

const FIRST_COLUMN = 0;

/** The column a `w:tr` starts in, counted from 0. */
export function firstColumnOf(row: HtmlNode): number {
  return countOf(childOf(childOf(row, 'w:trPr'), 'w:gridBefore')) ?? FIRST_COLUMN;
}

export function shapeOf(cell: HtmlNode): CellShape {
  const properties = childOf(cell, 'w:tcPr');
  return { columnSpan: countOf(childOf(properties, 'w:gridSpan')) ?? 1, merge: mergeOf(properties) };
}

function mergeOf(properties: HtmlNode | undefined): Merge {
  const down = childOf(properties, 'w:vMerge');
  if (down) return valueOf(down) === 'restart' ? 'first' : 'down';
  const left = childOf(properties, 'w:hMerge');
  return left && valueOf(left) !== 'restart' ? 'left' : 'none';
}
