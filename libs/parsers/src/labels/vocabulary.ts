import type { Form, Line } from '@gongkai/model';
import { labelKeys, likeness } from './label-key';

/** How alike a printed label must be to a statutory one before its position may confirm it. */
export const ALIKE = 0.6;

/** The words of all forms together: enough to tell a header row from any other row. */
export interface Vocabulary {
  /** Columns and the headings over them. */
  readonly columns: ReadonlySet<string>;
  /** Columns alone. */
  readonly leaves: ReadonlySet<string>;
  /** For each column the headings it may stand under. */
  readonly under: ReadonlyMap<string, ReadonlySet<string>>;
  readonly rows: ReadonlySet<string>;
}

/** Lines never change, so their keys are worked out once. */
const KEYS = new WeakMap<Line, ReadonlySet<string>>();

/** Keys of a line: its label and aliases. */
export function keysOf(line: Line): ReadonlySet<string> {
  const known = KEYS.get(line);
  if (known) return known;
  const keys = new Set([line.label.zh, ...line.aliases].flatMap(labelKeys));
  KEYS.set(line, keys);
  return keys;
}

export function vocabularyOf(forms: readonly Form[]): Vocabulary {
  const columns = new Set<string>();
  const leaves = new Set<string>();
  const under = new Map<string, ReadonlySet<string>>();
  const rows = new Set<string>();
  for (const grid of forms.flatMap((form) => form.grids)) {
    const beside = grid.printedAs === 'lines' ? rows : columns;
    for (const row of grid.rows) addLine(beside, row);
    for (const column of grid.columns) {
      addLine(columns, column);
      for (const key of keysOf(column)) {
        leaves.add(key);
        under.set(key, new Set(column.under.flatMap(labelKeys)));
      }
    }
  }
  return { columns, leaves, under, rows };
}

function addLine(keys: Set<string>, line: Line): void {
  for (const key of keysOf(line)) keys.add(key);
  for (const key of line.under.flatMap(labelKeys)) keys.add(key);
}

export function isKnown(keys: ReadonlySet<string>, text: string): boolean {
  return labelKeys(text).some((key) => keys.has(key));
}

/** Known, or like a known label. */
export function seemsKnown(keys: ReadonlySet<string>, text: string): boolean {
  const own = labelKeys(text);
  return own.some((key) => keys.has(key) || [...keys].some((known) => likeness(key, known) >= ALIKE));
}
