import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { DECLARED, FORMS } from '@gongkai/catalogue';
import { ruleBook } from '.';

const BOOK = ruleBook(FORMS);
const codes = new Set(BOOK.map((rule) => rule.code));

/** Every text in the sources that is written like the code of a rule. */
const inSources = new Set(
  readdirSync(__dirname)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'coded-rules.ts')
    .flatMap((name) => readFileSync(path.join(__dirname, name), 'utf8').match(/(?<=')[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)+(?=')/g) ?? []),
);

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
    const lines = FORMS.flatMap((form) => form.rules.map((rule) => rule.id));
    const claims = DECLARED.flatMap(({ rule }) => (rule === null ? [] : [rule]));
    expect([...inSources].filter((code) => !codes.has(code))).toEqual([]);
    expect(claims.filter((code) => !codes.has(code))).toEqual([]);
    expect([...codes].filter((code) => !lines.includes(code) && !claims.includes(code) && !inSources.has(code))).toEqual([]);
  });

  it('lists a line of several grids once a form', () => {
    expect(BOOK.filter((rule) => rule.code === 'S2-2019-ITEMS')).toHaveLength(1);
    expect(BOOK.filter((rule) => rule.code === 'S3-ROW').map((rule) => rule.form)).toEqual(['gb2019_60', 'gb2021_30']);
  });
});
