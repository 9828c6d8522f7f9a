import { AGENCY_KINDS, type AccountRole, type RegionLevel } from '@gongkai/model';
import { parse } from 'csv-parse/sync';
import { type Refusal, refuse } from '../requests/refusal';
import { type Entries, REGISTER_COLUMNS, SINCE_EVER, type Register } from './register-rows';

type Fields = Readonly<Record<string, string>>;

const LEVELS: readonly RegionLevel[] = ['nation', 'province', 'prefecture', 'county', 'township', 'functional_zone'];
const ROLES: readonly AccountRole[] = ['agency', 'supervisor', 'analyst', 'administrator'];
const MOST_LINES = 50_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const YES = /^(?:是|yes|true|1|)$/i;
const NO = /^(?:否|no|false|0)$/i;

/** What is wrong with a value, said where the line is refused. */
class WrongValue extends Error {
  constructor(
    readonly column: string,
    readonly value: string,
  ) {
    super(`${column}: ${value}`);
  }
}

/** The entries of a CSV file of one register. Refused as a whole with the line where a column or a value is not understood. */
export function readRegister(register: Register, text: string): Partial<Entries> | Refusal {
  const rows = readTable(register, text);
  if (!Array.isArray(rows)) return rows as Refusal;
  const entries: unknown[] = [];
  for (const [index, fields] of (rows as Fields[]).entries()) {
    try {
      entries.push(READERS[register](fields));
    } catch (error) {
      if (!(error instanceof WrongValue)) throw error;
      const column = REGISTER_COLUMNS[register].find(({ code }) => code === error.column);
      const known =
        column === undefined || column.note === '' ? { zh: '', en: '' } : { zh: `可以填：${column.note}。`, en: ` Known: ${column.note}.` };
      return refuse('BAD_REGISTER', {
        zh: `第 ${index + 1} 行“${column?.title ?? error.column}”的值“${error.value}”无法识别。${known.zh}`,
        en: `Line ${index + 1}: “${error.value}” is no value of ${error.column}.${known.en}`,
      });
    }
  }
  return { [register]: entries };
}

function readTable(register: Register, text: string): readonly Fields[] | Refusal {
  let table: readonly string[][];
  try {
    table = parse(text, { bom: true, trim: true, skip_empty_lines: true, relax_column_count: true });
  } catch (error) {
    return refuse('BAD_REGISTER', { zh: '文件不是有效的 CSV。', en: `The file is no CSV: ${error instanceof Error ? error.message : ''}` });
  }
  const [header, ...lines] = table;
  if (header === undefined || lines.length === 0 || lines.length > MOST_LINES) {
    return refuse('BAD_REGISTER', {
      zh: `文件应有标题行和 1 至 ${MOST_LINES} 行数据。`,
      en: `The file has a header and 1 to ${MOST_LINES} lines.`,
    });
  }
  const columns = REGISTER_COLUMNS[register];
  const codes = header.map((title) => columns.find((one) => one.title === title || one.code === title)?.code);
  const unknown = header.filter((_, at) => codes[at] === undefined);
  const missing = columns.filter(({ code, required }) => required && !codes.includes(code));
  if (unknown.length + missing.length > 0) {
    return refuse('BAD_REGISTER', {
      zh: `标题行有误：${[...unknown.map((title) => `不认识“${title}”`), ...missing.map(({ title }) => `缺少“${title}”`)].join('，')}。`,
      en: `The header is wrong: ${[...unknown.map((title) => `unknown “${title}”`), ...missing.map(({ code }) => `no ${code}`)].join(', ')}.`,
    });
  }
  return lines.map((line) => Object.fromEntries(codes.map((code, at) => [code, line[at] ?? ''])));
}

const READERS: Readonly<Record<Register, (fields: Fields) => unknown>> = {
  regions: (fields) => ({
    name: needed(fields, 'name'),
    level: oneOf(fields, 'level', LEVELS),
    code: given(fields, 'code'),
    parent: given(fields, 'parent'),
    validFrom: dateIn(fields, 'valid_from') ?? SINCE_EVER,
  }),
  agencies: (fields) => ({
    name: needed(fields, 'name'),
    kind: oneOf(fields, 'kind', AGENCY_KINDS),
    region: needed(fields, 'region'),
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
    region: given(fields, 'region'),
    year: yearIn(fields),
    dueOn: dateIn(fields, 'due_on'),
    obliged: yesOrNo(fields, 'obliged'),
  }),
  accounts: (fields) => ({
    login: needed(fields, 'login').toLowerCase(),
    name: needed(fields, 'name'),
    role: oneOf(fields, 'role', ROLES),
    agency: given(fields, 'agency'),
    region: given(fields, 'region'),
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

function dateIn(fields: Fields, column: string): string | null {
  const text = given(fields, column);
  if (text === null) return null;
  if (!isDate(text)) throw new WrongValue(column, text);
  return text;
}

/** A day that exists: 2月30日 is none. */
export function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return DATE.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function yearIn(fields: Fields): number {
  const text = needed(fields, 'year');
  if (!/^20\d{2}$/.test(text) || Number(text) < 2008) throw new WrongValue('year', text);
  return Number(text);
}

function yesOrNo(fields: Fields, column: string): boolean {
  const text = fields[column] ?? '';
  if (!YES.test(text) && !NO.test(text)) throw new WrongValue(column, text);
  return YES.test(text);
}
