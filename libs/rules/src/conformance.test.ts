import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { FORMS, cellOf, formOf } from '@gongkai/catalogue';
import { cellsOf, readFigure } from '@gongkai/model';
import type { Absence, CellId, Finding, FormId } from '@gongkai/model';
import { parse } from 'yaml';
import { cellWords, checkReport, ruleBook } from '.';
import { inputOf, reportOf, zeroes } from '../fixtures/reports';
import type { Figures } from '../fixtures/reports';

type Places = Readonly<Record<string, string | number>>;

interface Expected {
  readonly 代码: string;
  readonly 级别: string;
  readonly 位置: string;
  readonly 应为?: string;
  readonly 连带?: readonly string[];
  readonly 改法?: number | '无';
  readonly 改为?: string;
}

interface Example {
  readonly 名称: string;
  readonly 为什么: string;
  readonly 全部为零?: boolean;
  readonly 改动?: Places;
  readonly 上年?: Places;
  readonly 应查出: readonly Expected[];
}

interface Pack {
  readonly 表式: FormId;
  readonly 合规样本: Places;
  readonly 上年样本: Places;
  readonly 例: readonly Example[];
}

const FOLDER = path.resolve(__dirname, '../conformance');
const PACKS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => parse(readFileSync(path.join(FOLDER, name), 'utf8')) as Pack);
const SEVERITIES = { error: '错误', inconsistency: '不一致', warning: '提示', info: '知悉' };
const ABSENCES: Readonly<Record<string, Absence>> = { 空白: 'blank', '/': 'mark', 不可识读: 'unreadable', 未找到: 'not_found' };

/** Cells by their path in words; a word that names no cell is refused. */
function figuresFrom(form: FormId, places: Places): Map<CellId, bigint | Absence> {
  const byPath = new Map(
    formOf(form)
      .grids.flatMap(cellsOf)
      .map((cell) => [cellWords(formOf(form), cell).zh, cell]),
  );
  return new Map(
    Object.entries(places).map(([place, value]) => {
      const cell = byPath.get(place);
      if (!cell) throw new RangeError(`${form} has no cell ${place}`);
      const figure = ABSENCES[value] ?? readFigure(String(value), cellOf(cell).unit);
      if (figure === null) throw new RangeError(`${place}: ${value} is no figure`);
      return [cell, figure];
    }),
  );
}

function findingsOf(pack: Pack, example: Example): readonly Finding[] {
  const form = pack.表式;
  const whole = (...changes: readonly Places[]): Figures =>
    new Map([...zeroes(form), ...changes.flatMap((places) => [...figuresFrom(form, places)])]);
  const figures = example.全部为零 ? zeroes(form) : whole(pack.合规样本, example.改动 ?? {});
  const report = reportOf(form, figures);
  const last = example.上年 && whole(pack.合规样本, pack.上年样本, example.上年);
  const lastYear = last ? reportOf(form, last, { year: (report.year as number) - 1, title: null, period: null }) : null;
  return checkReport(inputOf(report, { lastYear }));
}

/** A finding as an example writes it, with no more than the example says. */
function written(finding: Finding, expected: Expected | undefined): Expected {
  const { code, severity, path: place, consequences, repair } = finding;
  const [first] = repair?.alternatives ?? [];
  const all = {
    代码: code,
    级别: SEVERITIES[severity],
    位置: place.zh,
    应为: finding.expected ?? '无',
    连带: consequences.map((one) => one.code),
    改法: repair ? repair.count : '无',
    改为: first?.changes.map((change) => `${change.path.zh}=${change.to}`).join(' ') ?? '无',
  };
  const said = Object.keys(expected ?? {});
  return Object.fromEntries(
    Object.entries(all).filter(([key]) => said.length === 0 || said.includes(key) || (key === '连带' && consequences.length > 0)),
  ) as unknown as Expected;
}

describe.each(PACKS.map((pack) => [pack.表式, pack] as const))('%s', (_, pack) => {
  it.each(pack.例.map((example) => [example.名称, example] as const))('%s', (_name, example) => {
    expect(example.为什么).toMatch(/。$/);
    const findings = findingsOf(pack, example);
    expect(findings.map((finding, at) => written(finding, example.应查出[at]))).toEqual(example.应查出);
    const book = ruleBook(FORMS);
    for (const { code, says, severity } of findings) {
      const rules = book.filter((rule) => rule.code === code);
      expect(rules.map((rule) => rule.says)).toContainEqual(says);
      expect(rules.flatMap((rule) => rule.severities)).toContain(severity);
    }
  });
});
