import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { DECLARED, FORMS } from '@gongkai/catalogue';
import { ruleBook } from '.';
import { REPORT_CHECKS, CODED_RULES } from './checks';
import type { CodedRule } from './coded-rule';

const BOOK = ruleBook(FORMS);
const codes = new Set(BOOK.map((rule) => rule.code));

/** Every rule that has its words in i18n: objects with severities, and records and lists of such, each once. */
function worded(): readonly string[] {
  const folder = path.join(__dirname, 'i18n');
  const modules = readdirSync(folder).map((name) => jest.requireActual<Readonly<Record<string, unknown>>>(path.join(folder, name)));
  const rules = modules.flatMap((module) => Object.values(module)).flatMap(rulesIn);
  return [...new Set(rules.map(({ code, says }) => `${code} ${says.zh}`))];
}

function rulesIn(value: unknown): readonly CodedRule[] {
  if (typeof value !== 'object' || value === null) return [];
  return 'severities' in value ? [value as CodedRule] : Object.values(value).flatMap(rulesIn);
}

describe('the rule book', () => {
  it('says of every rule the law, its source, what to do and what a blank means', () => {
    for (const rule of BOOK) {
      expect([rule.code, rule.missing]).toEqual([rule.code, expect.stringMatching(/^(zero|skip|finding)$/)]);
      expect([rule.code, rule.basis]).toEqual([rule.code, expect.stringMatching(/\p{Script=Han}/u)]);
      expect([rule.code, rule.severities.length > 0]).toEqual([rule.code, true]);
      for (const { zh, en } of [rule.says, rule.remedy, rule.missingWords]) {
        expect([rule.code, zh]).toEqual([rule.code, expect.stringMatching(/\p{Script=Han}/u)]);
        expect([rule.code, en]).toEqual([rule.code, expect.stringMatching(/^[\x20-\x7e\u2018-\u201d\p{Script=Han}]*[a-z][^]*$/u)]);
      }
    }
  });

  it('has every rule that is checked, and none that is not', () => {
    const files = readdirSync(__dirname).filter((name) => /^check-.*(?<!\.test)\.ts$/.test(name) && name !== 'check-report.ts');
    const exported = files.flatMap(
      (name) => readFileSync(path.join(__dirname, name), 'utf8').match(/(?<=^export function )check\w+/gm) ?? [],
    );
    expect(REPORT_CHECKS.map(({ find }) => find.name).toSorted()).toEqual(exported.toSorted());
    const claims = DECLARED.flatMap(({ rule }) => (rule === null ? [] : [rule]));
    expect(claims.filter((code) => !codes.has(code))).toEqual([]);
    for (const { find, rules } of REPORT_CHECKS) expect([find.name, rules.length > 0]).toEqual([find.name, true]);
    expect(CODED_RULES.map(({ code, says }) => `${code} ${says.zh}`).toSorted()).toEqual(worded().toSorted());
  });

  it('lists a line of several grids once a form', () => {
    expect(BOOK.filter((rule) => rule.code === 'S2-2019-ITEMS')).toHaveLength(1);
    expect(BOOK.filter((rule) => rule.code === 'S3-ROW').map((rule) => rule.form)).toEqual(['gb2019_60', 'gb2021_30']);
  });
});
