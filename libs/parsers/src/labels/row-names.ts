import type { Confidence, Grid, Line } from '@gongkai/model';
import { labelKey, labelKeys, likeness } from './label-key';
import { perObject, remembered } from './remembered';
import { ALIKE, keysOf } from './vocabulary';

/** A row of a flat grid that a heading or a caption names. */
export interface RowName {
  readonly row: Line;
  readonly confidence: Confidence;
}

/** Longer texts are sentences. */
const LONGEST = 60;
/** Names that are as alike as this cannot be told apart. */
const MARGIN = 0.1;

/**
 * The row whose name stands in a text, 行政诉讼（未经复议直接起诉） being 未经复议直接起诉; else the one whose name it is like.
 * Null where the text speaks of several rows or of none.
 */
export function rowNamedIn(text: string, grid: Grid): RowName | null {
  return namesIn(grid)(text);
}

const namesIn = perObject((grid: Grid) => remembered((text) => rowOfName(text, grid)));

function rowOfName(text: string, { rows }: Grid): RowName | null {
  const key = labelKey(text);
  if (key === '' || key.length > LONGEST) return null;
  const named = rows.flatMap((row) => {
    const name = longest([...keysOf(row)].filter((one) => key.includes(one)));
    return name === null ? [] : [{ row, name }];
  });
  const own = named.filter(({ name }) => named.every((other) => other.name === name || !other.name.includes(name)));
  const [only, ...others] = own;
  if (only && others.length === 0 && !speaksOfOthers(key, only, rows)) return { row: only.row, confidence: 'exact' };
  return rowLike(key, rows);
}

/** What is left of a text without a row's name and headings has two characters in a row that belong to another row. */
function speaksOfOthers(key: string, { row, name }: { readonly row: Line; readonly name: string }, rows: readonly Line[]): boolean {
  const left = row.under.map(labelKey).reduce((rest, heading) => rest.replace(heading, ' '), key.replace(name, ' '));
  const foreign = rows.filter((other) => other !== row).flatMap((other) => [...keysOf(other), ...other.under.map(labelKey)]);
  return pairsOf(left).some((pair) => foreign.some((word) => word.includes(pair)));
}

function pairsOf(text: string): readonly string[] {
  return [...text].slice(1).flatMap((second, at) => {
    const pair = text.charAt(at) + second;
    return pair.includes(' ') ? [] : [pair];
  });
}

function rowLike(key: string, rows: readonly Line[]): RowName | null {
  const scored = rows.map((row) => ({ row, score: Math.max(...[...keysOf(row)].map((name) => likeness(key, name))) }));
  const [best, next] = scored.sort((left, right) => right.score - left.score);
  if (!best || best.score < ALIKE || (next && best.score - next.score < MARGIN)) return null;
  return { row: best.row, confidence: 'alike' };
}

function longest(names: readonly string[]): string | null {
  return names.reduce<string | null>((best, name) => (best === null || name.length > best.length ? name : best), null);
}

/** The rows of a flat grid in the order in which their names are printed above its columns; null where one is not named. */
export function printedOrder(texts: readonly string[], { rows }: Grid): readonly Line[] | null {
  const keys = texts.map(labelKeys);
  const placeOf = (names: ReadonlySet<string>) => keys.findIndex((own) => own.some((key) => names.has(key)));
  const placed = rows.map((row) => {
    const own = placeOf(keysOf(row));
    const heading = row.under[0] === undefined ? -1 : placeOf(new Set(labelKeys(row.under[0])));
    return { row, own, top: heading < 0 ? own : heading };
  });
  if (placed.some(({ own }) => own < 0)) return null;
  return placed.sort((left, right) => left.top - right.top || left.own - right.own).map(({ row }) => row);
}
