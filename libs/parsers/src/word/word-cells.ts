import type { HtmlNode } from '../html/html-nodes';
import type { CellShape, Merge } from './word-table';
import { childOf, childrenOf } from '../office/office-xml';
import { PAPER, shading } from './word-colors';
import { countOf, valueOf } from './word-xml';

const FIRST_COLUMN = 0;
const FIRST_ENTRY = 0;

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

/** The colour under the text of a cell; null where nobody knows which. */
export function groundOf(cell: HtmlNode): string | null {
  const color = shading(childOf(childOf(cell, 'w:tcPr'), 'w:shd'));
  return color === undefined ? PAPER : color;
}

/** The entry that a drop-down form field shows; empty for any other part of a field. */
export function choiceShown(field: HtmlNode): string {
  const list = childOf(childOf(field, 'w:ffData'), 'w:ddList');
  const entries = childrenOf(list, 'w:listEntry');
  const chosen = countOf(childOf(list, 'w:result')) ?? countOf(childOf(list, 'w:default'));
  return valueOf(entries[chosen ?? FIRST_ENTRY]) ?? '';
}
