import type { SheetColumnKind } from '@gongkai/exports';
import type { Place, Words } from '@gongkai/model';
import type { ReadRecord } from '../check-record';

/** A column of a sheet: its code, what it means, and the value of one row. */
export interface Field<Item> {
  readonly title: string;
  readonly kind: SheetColumnKind;
  readonly width: number;
  readonly meaning: Words;
  readonly of: (item: Item) => string | null;
}

type Of<Item> = (item: Item) => string | null;
export type Meaning = readonly [zh: string, en: string];
const field =
  (kind: SheetColumnKind, width: number) =>
  <Item>(title: string, [zh, en]: Meaning, of: Of<Item>): Field<Item> => ({ title, kind, width, meaning: { zh, en }, of });
export const textField = field('text', 22);
export const longField = field('text', 60);
export const numberField = field('number', 12);
export const figureField = field('figure', 12);

export const digits = (value: number | null | undefined): string | null => (value === null || value === undefined ? null : String(value));

/** A thing of a report with the report it stands in, so that every sheet can be filtered by itself. */
export interface In<Item> {
  readonly record: ReadRecord;
  readonly item: Item;
}

export const origin = <Item>(): readonly Field<In<Item>>[] => [
  textField('file', ['文件', 'File'], ({ record }) => record.file),
  textField('agency', ['机关名称', 'Name of the agency'], ({ record }) => record.agency),
  numberField('year', ['年度', 'Year of the report'], ({ record }) => digits(record.year)),
];

export const placeFields = <Item>(placeOf: (item: Item) => Place | null): readonly Field<In<Item>>[] => [
  numberField('page', ['所在页', 'Page it stands on'], ({ item }) => digits(placeOf(item)?.page)),
  textField('sheet', ['所在工作表', 'Sheet it stands on'], ({ item }) => placeOf(item)?.sheet ?? null),
  numberField('table', ['文件中第几个表格', 'Table of the document, from 1'], ({ item }) => digits(placeOf(item)?.table)),
  numberField('table_row', ['表格第几行', 'Row of the table'], ({ item }) => digits(placeOf(item)?.row)),
  numberField('table_column', ['表格第几列', 'Column of the table'], ({ item }) => digits(placeOf(item)?.column)),
  numberField('line', ['文本第几行', 'Line of the text'], ({ item }) => digits(placeOf(item)?.line)),
];
