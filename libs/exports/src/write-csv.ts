import { guardText } from './guard-text';

/** A text is written as it is, guarded and quoted where needed; a number is a plain decimal, written bare so that a sheet can add it up. */
export type ColumnKind = 'text' | 'number';

export interface Column {
  readonly title: string;
  readonly kind: ColumnKind;
}

/** One value a column; `null` is nothing and becomes an empty field, never a zero. */
export type Row = readonly (string | null)[];

export interface CsvTable {
  readonly columns: readonly Column[];
  readonly rows: Iterable<Row> | AsyncIterable<Row>;
}

const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';
const MUST_QUOTE = /[",\r\n]/;
const PLAIN_DECIMAL = /^-?\d+(\.\d+)?$/;

/**
 * A table as CSV (RFC 4180: comma, CRLF, quotes doubled) one line at a time; encode the strings as UTF-8.
 * Begins with a byte order mark, without which Excel reads Chinese as noise. A text that a sheet would run as a formula gets a leading `'`.
 * Throws on a row that has not one value a column and on a number column holding something else: those are faults of the caller.
 */
export async function* writeCsv({ columns, rows }: CsvTable): AsyncGenerator<string, void, undefined> {
  yield BYTE_ORDER_MARK + lineOf(columns.map(({ title }) => writeText(title)));
  for await (const row of rows) {
    if (row.length !== columns.length) throw new RangeError(`a row of ${row.length} values under ${columns.length} columns`);
    yield lineOf(columns.map((column, index) => writeField(column, row[index] ?? null)));
  }
}

function lineOf(fields: readonly string[]): string {
  return fields.join(',') + LINE_END;
}

function writeField({ title, kind }: Column, value: string | null): string {
  if (value === null) return '';
  if (kind === 'text') return writeText(value);
  if (!PLAIN_DECIMAL.test(value)) throw new TypeError(`no plain decimal in column ${title}: ${JSON.stringify(value)}`);
  return value;
}

function writeText(text: string): string {
  const guarded = guardText(text);
  return MUST_QUOTE.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
