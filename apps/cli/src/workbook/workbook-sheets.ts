import type { Row, WorkbookSheet } from '@gongkai/exports';
import type { Words, Language } from '@gongkai/model';
import type { CheckRecord, ReadRecord } from '../check-record';
import { textField, longField, type Field, type In, type Meaning } from './field';
import { cellFields, cellItems, declaredFields, declaredItems, fileFields, findingFields, residueFields } from './sheet-fields';

/** A sheet to be: what it holds, its columns, and the rows one file gives. */
interface Part<Item> {
  readonly name: string;
  readonly meaning: Words;
  readonly fields: readonly Field<Item>[];
  readonly itemsOf: (record: CheckRecord) => readonly Item[];
}

/** The records as sheets of a workbook, last a dictionary of their columns. `records` is read through once for every sheet. */
export function workbookSheets(records: () => AsyncIterable<CheckRecord>, language: Language): readonly WorkbookSheet[] {
  const files: Part<CheckRecord> = {
    name: 'files',
    meaning: { zh: '每个文件一行：结论', en: 'One row a file: its verdict' },
    fields: fileFields(language),
    itemsOf: (record) => [record],
  };
  const findings = part('findings', ['核验发现', 'What is wrong'], findingFields(language), (record) => record.findings);
  const cells = part('cells', ['表格中的每个单元格', 'Every cell of the tables'], cellFields(language), cellItems);
  const declared = part('declared', ['正文自述的数字', 'Figures the text declares'], declaredFields(language), declaredItems);
  const residue = part('residue', ['没有归入任何单元格的数字', 'Numbers no cell claimed'], residueFields, (record) => record.residue);
  return [
    sheetOf(files, records),
    ...[sheetOf(findings, records), sheetOf(cells, records), sheetOf(declared, records), sheetOf(residue, records)],
    dictionary([files, findings, cells, declared, residue]),
  ];
}

/** A sheet of things that stand in reports; a file that was not read gives none. */
function part<Item>(
  name: string,
  [zh, en]: Meaning,
  fields: readonly Field<In<Item>>[],
  itemsOf: (record: ReadRecord) => readonly Item[],
): Part<In<Item>> {
  const inRecord = (record: CheckRecord): readonly In<Item>[] =>
    record.verdict === 'unreadable' ? [] : itemsOf(record).map((item) => ({ record, item }));
  return { name, meaning: { zh, en }, fields, itemsOf: inRecord };
}

function sheetOf<Item>({ name, fields, itemsOf }: Part<Item>, records: () => AsyncIterable<CheckRecord>): WorkbookSheet {
  async function* rows(): AsyncGenerator<Row> {
    for await (const record of records()) {
      for (const item of itemsOf(record)) yield fields.map((field) => field.of(item));
    }
  }
  return { name, columns: fields, rows: rows() };
}

function dictionary(parts: readonly Explained[]): WorkbookSheet {
  const columns = [
    textField('sheet', ['', ''], String),
    textField('column', ['', ''], String),
    longField('zh', ['', ''], String),
    longField('en', ['', ''], String),
  ];
  const rows = parts.flatMap(({ name, meaning, fields }) => [
    [name, null, meaning.zh, meaning.en],
    ...fields.map((field) => [name, field.title, field.meaning.zh, field.meaning.en]),
  ]);
  return { name: 'dictionary', columns, rows: [...rows, [null, null, GUARDED.zh, GUARDED.en]] };
}

const GUARDED: Words = {
  zh: '以 = + - @ 等符号开头的文字前面加了一个单引号，以免被当作公式执行。',
  en: 'A text that begins with = + - @ or the like carries a single quotation mark in front, so that it is not run as a formula.',
};

type Explained = Pick<Part<never>, 'name' | 'meaning'> & { readonly fields: readonly Pick<Field<never>, 'title' | 'meaning'>[] };
