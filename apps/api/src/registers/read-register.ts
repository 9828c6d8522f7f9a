import { AGENCY_KINDS, type AccountRole, type RegionLevel, type Words } from '@gongkai/model';
import { parse } from 'csv-parse/sync';
import { type Refusal, refuse } from '../requests/refusal';
import { type Entries, REGISTER_COLUMNS, SINCE_EVER, type Register } from './register-rows';

type Fields = Readonly<Record<string, string>>;

const LEVELS: readonly RegionLevel[] = ['nation', 'province', 'prefecture', 'county', 'township', 'functional_zone'];
const ROLES: readonly AccountRole[] = ['agency', 'supervisor', 'analyst', 'administrator'];
const MOST_LINES = 50_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** 2000-1-1, 2000/1/1, 2000.1.1, 2000年1月1日 and 20000101; a spreadsheet may put midnight behind it. */
const WRITTEN_DATE = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?: 0?0:00(?::00)?)?$/;
const YES = /^(?:是|yes|true|1|)$/i;
const NO = /^(?:否|no|false|0)$/i;
/** What spreadsheets write between two fields. */
const SEPARATORS = [',', '\t', ';'] as const;
/** 3.20E+05 */
const SCIENTIFIC = /^\d(?:\.\d+)?e\+?\d+$/i;
/** 320,803 */
const GROUPED = /^\d{1,3}(?:[,，]\d{3})+$/;

/** What is wrong with a value, said where the line is refused. */
class WrongValue extends Error {
  constructor(
    readonly column: string,
    readonly value: string,
    /** Why it cannot stand, where that is known better than that it is none of those known. */
    readonly reason: Words | null = null,
  ) {
    super(`${column}: ${value}`);
  }
}

/** A line of a file that cannot be an entry. */
export interface UnreadLine {
  /** Counted from 1 without the header. */
  readonly line: number;
  /** What stands in its first column. */
  readonly what: string;
  readonly problem: Words;
}

/** A file of one register: its entries with the lines they came from, and the lines that could not be read. */
export interface ReadRegister {
  readonly entries: Partial<Entries>;
  readonly lines: readonly number[];
  readonly unread: readonly UnreadLine[];
}

interface TableLine {
  readonly line: number;
  readonly fields: Fields;
}

/** The entries of a CSV file of one register. Refused as a whole where it is no table with the register's columns. */
export function readRegister(register: Register, text: string): ReadRegister | Refusal {
  const table = readTable(register, text);
  if (!Array.isArray(table)) return table as Refusal;
  const entries: unknown[] = [];
  const lines: number[] = [];
  const unread: UnreadLine[] = [];
  for (const { line, fields } of table as TableLine[]) {
    try {
      entries.push(READERS[register](fields));
      lines.push(line);
    } catch (error) {
      if (!(error instanceof WrongValue)) throw error;
      const [first] = REGISTER_COLUMNS[register];
      unread.push({ line, what: (first && fields[first.code]) ?? '', problem: wordsOf(register, error) });
    }
  }
  return { entries: { [register]: entries }, lines, unread };
}

function wordsOf(register: Register, { column: code, value, reason }: WrongValue): Words {
  const column = REGISTER_COLUMNS[register].find((one) => one.code === code);
  const title = column?.title ?? code;
  if (value === '') return { zh: `“${title}”没有填写`, en: `${code} is empty` };
  if (reason !== null) return { zh: `“${title}”的值“${value}”${reason.zh}`, en: `${code} “${value}” ${reason.en}` };
  const known = column === undefined || column.note === '' ? null : column.note;
  return {
    zh: `“${title}”的值“${value}”无法识别${known === null ? '' : `，可以填：${known}`}`,
    en: `“${value}” is no value of ${code}${known === null ? '' : `; known: ${known}`}`,
  };
}

function readTable(register: Register, text: string): readonly TableLine[] | Refusal {
  let table: readonly string[][];
  try {
    const delimiter = separatorOf(text);
    // A tab would be trimmed before it parts two fields.
    table = parse(text, { bom: true, trim: delimiter !== '\t', delimiter, relax_column_count: true });
  } catch (error) {
    return refuse('BAD_REGISTER', { zh: '文件不是有效的 CSV。', en: `The file is no CSV: ${error instanceof Error ? error.message : ''}` });
  }
  const [header, ...rows] = table.slice(table.findIndex((row) => row.some((field) => field.trim() !== '')));
  const filled = rows.map((row, at) => ({ row: row.map(plain), line: at + 1 })).filter(({ row }) => row.some((field) => field !== ''));
  if (header === undefined || filled.length === 0 || filled.length > MOST_LINES) {
    return refuse('BAD_REGISTER', {
      zh: `文件应有标题行和 1 至 ${MOST_LINES} 行数据。`,
      en: `The file has a header and 1 to ${MOST_LINES} lines.`,
    });
  }
  const codes = columnsOf(register, header.map(plain));
  if (!Array.isArray(codes)) return codes as Refusal;
  return filled.map(({ row, line }) => ({
    line,
    fields: Object.fromEntries((codes as string[]).flatMap((code, at) => (code === '' ? [] : [[code, row[at] ?? '']]))),
  }));
}

/** The column of each title of the header; empty for one without a title and without use. */
function columnsOf(register: Register, header: readonly string[]): readonly string[] | Refusal {
  const columns = REGISTER_COLUMNS[register];
  const codes = header.map((title) => (title === '' ? '' : columns.find((one) => one.title === title || one.code === title)?.code));
  const unknown = header.filter((_, at) => codes[at] === undefined);
  const missing = columns.filter(({ code, required }) => required && !codes.includes(code));
  if (unknown.length + missing.length === 0) return codes.filter((code) => code !== undefined);
  return refuse('BAD_REGISTER', {
    zh: `标题行有误：${[...unknown.map((title) => `不认识“${title}”`), ...missing.map(({ title }) => `缺少“${title}”`)].join('，')}。`,
    en: `The header is wrong: ${[...unknown.map((title) => `unknown “${title}”`), ...missing.map(({ code }) => `no ${code}`)].join(', ')}.`,
  });
}

/** What parts the fields of the header parts those of every line. */
function separatorOf(text: string): string {
  const header = /[^\r\n]*\S[^\r\n]*/.exec(text)?.[0] ?? '';
  const count = (separator: string): number => header.split(separator).length;
  return SEPARATORS.toSorted((one, other) => count(other) - count(one))[0] ?? ',';
}

/** A field without the spaces round it and without what keeps a spreadsheet from taking it for a number: ="320803" and '320803. */
function plain(field: string): string {
  const text = field.trim();
  return /^="(.*)"$/.exec(text)?.[1] ?? /^['‘’](\d+)$/.exec(text)?.[1] ?? text;
}

const READERS: Readonly<Record<Register, (fields: Fields) => unknown>> = {
  regions: (fields) => ({
    name: needed(fields, 'name'),
    level: oneOf(fields, 'level', LEVELS),
    code: codeIn(fields),
    parent: placeIn(fields, 'parent'),
    validFrom: dateIn(fields, 'valid_from') ?? SINCE_EVER,
  }),
  agencies: (fields) => ({
    name: needed(fields, 'name'),
    kind: oneOf(fields, 'kind', AGENCY_KINDS),
    region: placeIn(fields, 'region') ?? needed(fields, 'region'),
    aliases: (given(fields, 'aliases') ?? '')
      .split(/[;；]/)
      .map((alias) => alias.trim())
      .filter(Boolean),
    system: given(fields, 'system'),
    validFrom: dateIn(fields, 'valid_from') ?? SINCE_EVER,
    validTo: dateIn(fields, 'valid_to'),
  }),
  roster: (fields) => ({
    agency: needed(fields, 'agency'),
    region: placeIn(fields, 'region'),
    year: yearIn(fields),
    dueOn: dateIn(fields, 'due_on'),
    obliged: yesOrNo(fields, 'obliged'),
  }),
  accounts: (fields) => ({
    login: needed(fields, 'login').normalize('NFKC').toLowerCase(),
    name: needed(fields, 'name'),
    role: oneOf(fields, 'role', ROLES),
    agency: given(fields, 'agency'),
    region: placeIn(fields, 'region'),
  }),
};

function given(fields: Fields, column: string): string | null {
  return fields[column] || null;
}

function needed(fields: Fields, column: string): string {
  const value = given(fields, column);
  if (value === null) throw new WrongValue(column, '');
  return value;
}

function oneOf<Value extends string>(fields: Fields, column: string, values: readonly Value[]): Value {
  const text = needed(fields, column);
  const value = values.find((one) => one === text);
  if (value === undefined) throw new WrongValue(column, text);
  return value;
}

/** The code or the name of a place; a code is told from a name by its digits. */
function placeIn(fields: Fields, column: string): string | null {
  const text = given(fields, column);
  if (text === null) return null;
  const narrow = text.normalize('NFKC');
  refuseDestroyed(column, narrow);
  return /^\d+$/.test(narrow) ? narrow : text;
}

function codeIn(fields: Fields): string | null {
  const text = given(fields, 'code')?.normalize('NFKC') ?? null;
  if (text !== null) refuseDestroyed('code', text);
  return text;
}

/** A code that a spreadsheet took for a number: its digits are lost, or other signs stand among them. */
function refuseDestroyed(column: string, text: string): void {
  if (SCIENTIFIC.test(text)) {
    throw new WrongValue(column, text, {
      zh: '被表格软件改成了科学记数，原来的代码已经丢失。请把这一列设为文本，重新填写代码',
      en: 'was turned into scientific notation by a spreadsheet, and the code is lost: make the column text and write it anew',
    });
  }
  if (GROUPED.test(text)) {
    throw new WrongValue(column, text, {
      zh: '被表格软件加上了千位分隔符。请把这一列设为文本，去掉分隔符',
      en: 'was given thousands separators by a spreadsheet: make the column text and take them out',
    });
  }
}

function dateIn(fields: Fields, column: string): string | null {
  const text = given(fields, column);
  if (text === null) return null;
  const [, year, ...parts] = WRITTEN_DATE.exec(text.normalize('NFKC').replace(/(?<=\S)\s*(?=[年月日])|(?<=[年月])\s+/g, '')) ?? [];
  const [month, day] = parts.filter((part) => part !== undefined);
  const date = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].join('-');
  if (!isDate(date)) throw new WrongValue(column, text, NO_DAY);
  return date;
}

const NO_DAY: Words = { zh: '不是一天，请写成 2000-01-01 或者 2000年1月1日', en: 'is no day: write 2000-01-01' };

/** A day that exists: 2月30日 is none. */
export function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return DATE.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function yearIn(fields: Fields): number {
  const text = needed(fields, 'year')
    .normalize('NFKC')
    .replace(/年度?$/, '');
  if (!/^20\d{2}$/.test(text) || Number(text) < 2008) throw new WrongValue('year', text);
  return Number(text);
}

function yesOrNo(fields: Fields, column: string): boolean {
  const text = (fields[column] ?? '').normalize('NFKC');
  if (!YES.test(text) && !NO.test(text)) throw new WrongValue(column, text);
  return YES.test(text);
}
