import type { Form, Grid, Line } from '@gongkai/model';
import { labelKeys, likeness } from './label-key';
import { perObject, remembered } from './remembered';

/** How alike a printed label must be to a statutory one before its position may confirm it. */
export const ALIKE = 0.6;

/** The words of all forms together: enough to tell a header row from any other row. */
export interface Vocabulary {
  /** Columns and the headings over them. */
  readonly columns: ReadonlySet<string>;
  /** Columns alone. */
  readonly leaves: ReadonlySet<string>;
  /** For each column the headings it stands under wherever it is printed. */
  readonly under: ReadonlyMap<string, ReadonlySet<string>>;
  readonly rows: ReadonlySet<string>;
  /** Columns that are the total of those before them. */
  readonly totals: ReadonlySet<string>;
  /** Grids whose rows are groups of columns. */
  readonly flat: readonly Grid[];
  /** Finds the words of the forms, their numbering included, in a text without gaps. */
  readonly words: RegExp;
}

/** Keys of a line: its label and aliases. */
export const keysOf = perObject((line: Line): ReadonlySet<string> => new Set([line.label.zh, ...line.aliases].flatMap(labelKeys)));

/** The words of forms, gathered once. */
export const vocabularyOf = perObject((forms: readonly Form[]): Vocabulary => {
  const grids = forms.flatMap((form) => form.grids);
  const columns = grids.flatMap((grid) => grid.columns);
  const rowsOf = (printedAs: Grid['printedAs']) => grids.filter((grid) => grid.printedAs === printedAs).flatMap((grid) => grid.rows);
  return {
    columns: wordsAround([...rowsOf('flat'), ...columns]),
    leaves: new Set(columns.flatMap((column) => [...keysOf(column)])),
    under: headingsOver(columns),
    rows: wordsAround(rowsOf('lines')),
    totals: new Set(columns.filter((column) => column.computed).flatMap((column) => [...keysOf(column)])),
    flat: grids.filter((grid) => grid.printedAs === 'flat'),
    words: wordsOf(forms),
  };
});

/** Lines and the headings they stand under. */
function wordsAround(lines: readonly Line[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => [...keysOf(line), ...line.under.flatMap(labelKeys)]));
}

function headingsOver(columns: readonly Line[]): Vocabulary['under'] {
  const over = new Map<string, ReadonlySet<string>>();
  for (const column of columns) {
    const own = column.under.flatMap(labelKeys);
    for (const key of keysOf(column)) over.set(key, new Set(own.filter((heading) => over.get(key)?.has(heading) ?? true)));
  }
  return over;
}

/** Signs that are printed in one way or the other. */
const EITHER = ['（(', '）)', '，,', '.．、', '“”"', '：:', '/／'];

function wordsOf(forms: readonly Form[]): RegExp {
  const lines = forms.flatMap((form) => form.grids.flatMap((grid) => [...grid.rows, ...grid.columns]));
  const printed = lines.flatMap((line) => [line.label.zh, ...line.aliases, ...line.under]);
  const grids = forms.flatMap((form) => form.grids.flatMap(({ heading }) => heading ?? []));
  const literals = [
    ...printed,
    ...printed.map((text) => text.replace(/^[（(]?[一二三四五六七八九\d]+[）).、]+/, '')),
    ...grids,
    '信息内容',
    '申请人情况',
  ];
  const longestFirst = [...new Set(literals)].filter((text) => text.length > 1).sort((left, right) => right.length - left.length);
  return new RegExp(longestFirst.map((text) => [...text].map(eitherSign).join('')).join('|'), 'g');
}

function eitherSign(character: string): string {
  const either = EITHER.find((signs) => signs.includes(character));
  return either === undefined ? character.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : `[${either}]`;
}

export function isKnown(keys: ReadonlySet<string>, text: string): boolean {
  return labelKeys(text).some((key) => keys.has(key));
}

/** Known, or like a known label. */
export function seemsKnown(keys: ReadonlySet<string>, text: string): boolean {
  return labelKeys(text).some((key) => keys.has(key) || seemsLike(keys)(key));
}

const seemsLike = perObject((keys: ReadonlySet<string>) => remembered((key) => [...keys].some((known) => likeness(key, known) >= ALIKE)));
