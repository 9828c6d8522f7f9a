import type { Form, Grid, Line, MissingStrategy, Relation, Term, Words } from '@gongkai/model';
import { CODED_RULES } from './checks';
import { OWN_BASIS, RULE_PROBLEMS } from './i18n/rule-problems';
import type { OwnRule } from './own-rule';

/** What a line of a rule can be refused for. */
export type RuleProblemCode =
  | 'not_an_object'
  | 'not_json'
  | 'unknown_field'
  | 'bad_id'
  | 'unknown_grid'
  | 'bad_each'
  | 'unknown_line'
  | 'unknown_group'
  | 'not_a_term'
  | 'empty_side'
  | 'bad_relation'
  | 'bad_missing'
  | 'too_severe'
  | 'no_words';

export interface RuleProblem {
  readonly code: RuleProblemCode;
  /** The field it is about, with what stands there; empty for the whole. */
  readonly field: string;
  readonly text: string;
  readonly message: Words;
}

export type ReadRule =
  { readonly rule: OwnRule; readonly problems: readonly [] } | { readonly rule: null; readonly problems: readonly RuleProblem[] };

type Written = Readonly<Record<string, unknown>>;
type Complain = (code: RuleProblemCode, field: string, text?: unknown, known?: readonly string[]) => void;

const FIELDS = ['id', 'grid', 'each', 'only', 'relation', 'left', 'right', 'severity', 'missing', 'says', 'basis', 'remedy'];
const TERM = /^(-)?(?:([1-9]\d{0,5})\*)?(last\.)?(@)?([a-z][a-z0-9_]*)$/;

/**
 * A rule a supervisor wrote, as text (JSON) or as an object, in the same fields as the lines of a form file:
 * `{ id, grid, each, only?, relation?, left, right, severity?, missing, says, basis?, remedy }`. It binds nobody: its severity is `warning`
 * (unless said) or `info`. `says` and `remedy` are a text or `{ zh, en }`. Answers the rule, or everything that is wrong with it.
 */
export function readRule(written: unknown, form: Form): ReadRule {
  const problems: RuleProblem[] = [];
  const complain: Complain = (code, field, text = '', known = []) => {
    problems.push({ code, field, text: String(text), message: RULE_PROBLEMS[code](field, String(text), known) });
  };
  const fields = fieldsOf(written, complain);
  const rule = fields ? compile(fields, form, complain) : null;
  return rule && problems.length === 0 ? { rule, problems: [] } : { rule: null, problems };
}

function fieldsOf(written: unknown, complain: Complain): Written | null {
  const fields = typeof written === 'string' ? parsed(written) : written;
  if (fields === undefined) complain('not_json', '');
  else if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) complain('not_an_object', '');
  else return fields as Written;
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function compile(fields: Written, form: Form, complain: Complain): OwnRule | null {
  for (const name of Object.keys(fields)) if (!FIELDS.includes(name)) complain('unknown_field', name, '', FIELDS);
  const id = /^[A-Z0-9]+(-[A-Z0-9]+)+$/.test(String(fields.id)) && !isTaken(form, fields.id) ? String(fields.id) : null;
  if (id === null) complain('bad_id', 'id', fields.id);
  const grid = form.grids.find((candidate) => candidate.id === fields.grid);
  if (!grid) complain('unknown_grid', 'grid', fields.grid, form.grids.map(gridName));
  const each = oneOf(['row', 'column'] as const, fields.each);
  if (!each) complain('bad_each', 'each', fields.each);
  const relation = oneOf<Relation>(['=', '<=', '>='], fields.relation ?? '=');
  if (!relation) complain('bad_relation', 'relation', fields.relation);
  const missing = oneOf<MissingStrategy>(['zero', 'skip'], fields.missing);
  if (!missing) complain('bad_missing', 'missing', fields.missing);
  const severity = oneOf(['warning', 'info'] as const, fields.severity ?? 'warning');
  if (!severity) complain('too_severe', 'severity', fields.severity);
  const [says, remedy] = [wordsOf(fields.says), wordsOf(fields.remedy)];
  if (!says) complain('no_words', 'says');
  if (!remedy) complain('no_words', 'remedy');
  if (!grid || !each) return null;
  const sides = {
    left: sideOf(fields, 'left', acrossOf(grid, each), complain),
    right: sideOf(fields, 'right', acrossOf(grid, each), complain),
  };
  const only = onlyOf(fields.only, each === 'row' ? grid.rows : grid.columns, complain);
  if (id === null || !relation || !missing || !severity || !says || !remedy) return null;
  const basis = typeof fields.basis === 'string' && fields.basis.trim() !== '' ? fields.basis : OWN_BASIS;
  return { id, grid: grid.id, each, only, relation, ...sides, severity, missing, says, basis, remedy, form: form.id };
}

/** requests (收到和处理政府信息公开申请): a code with what it stands for. */
function gridName({ id, section, rows }: Grid): string {
  const [first] = rows;
  return `${id}（${SECTION_NUMERALS[section]}${first ? `，${first.label.zh}${rows.length > 1 ? '等' : ''}` : ''}）`;
}

const SECTION_NUMERALS = { s2: '表二', s3: '表三', s4: '表四' } as const;

function lineName({ code, label }: Line): string {
  return `${code}（${label.zh}）`;
}

function groupsOf(lines: readonly Line[]): readonly string[] {
  return [...new Set(lines.flatMap(({ group }) => (group === null ? [] : [`@${group}`])))];
}

/** The law's own codes are not for others. */
function isTaken(form: Form, id: unknown): boolean {
  return form.rules.some((rule) => rule.id === id) || CODED_RULES.some((rule) => rule.code === id);
}

function acrossOf(grid: Grid, each: 'row' | 'column'): readonly Line[] {
  return each === 'row' ? grid.columns : grid.rows;
}

function sideOf(fields: Written, name: 'left' | 'right', lines: readonly Line[], complain: Complain): readonly Term[] {
  const terms = listOf(fields[name]);
  if (terms.length === 0) complain('empty_side', name);
  return terms.flatMap((text) => termOf(text, name, lines, complain));
}

function termOf(text: unknown, field: string, lines: readonly Line[], complain: Complain): readonly Term[] {
  const match = typeof text === 'string' ? TERM.exec(text.trim()) : null;
  if (!match) {
    complain('not_a_term', field, text);
    return [];
  }
  const [, minus, factor, last, group, code] = match;
  const codes = lines.filter((line) => (group ? line.group : line.code) === code).map((line) => line.code);
  if (codes.length === 0) complain(group ? 'unknown_group' : 'unknown_line', field, text, group ? groupsOf(lines) : lines.map(lineName));
  return [{ lines: codes, sign: minus ? -1 : 1, factor: factor ? Number(factor) : 1, year: last ? 'last' : 'this' }];
}

function onlyOf(written: unknown, lines: readonly Line[], complain: Complain): readonly string[] | null {
  if (written === undefined || written === null) return null;
  const codes = listOf(written);
  if (codes.length === 0) complain('empty_side', 'only');
  for (const code of codes) if (!lines.some((line) => line.code === code)) complain('unknown_line', 'only', code, lines.map(lineName));
  return codes.map(String);
}

function listOf(written: unknown): readonly unknown[] {
  if (Array.isArray(written)) return written;
  return typeof written === 'string' && written.trim() !== '' ? [written] : [];
}

function oneOf<T extends string>(values: readonly T[], written: unknown): T | null {
  return values.find((value) => value === written) ?? null;
}

function wordsOf(written: unknown): Words | null {
  if (typeof written === 'string') return written.trim() === '' ? null : { zh: written, en: written };
  if (typeof written !== 'object' || written === null) return null;
  const { zh, en } = written as Partial<Record<keyof Words, unknown>>;
  if (typeof zh !== 'string' || zh.trim() === '') return null;
  return { zh, en: typeof en === 'string' && en.trim() !== '' ? en : zh };
}
