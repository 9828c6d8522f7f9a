import { formOf } from '@gongkai/catalogue';
import { type OwnRule, readRule } from '@gongkai/rules';
import type { LocalRuleRow } from './local-rules.store';

/** The code of a rule's findings, the same in all its versions. */
export function codeOf({ id }: { readonly id: string }): string {
  return `LR-${id}`;
}

/** The kept rules as the engine runs them; their basis says which version it was and who wrote it. A rule the forms no longer know is a fault. */
export function rulesOf(rows: readonly LocalRuleRow[]): readonly OwnRule[] {
  return rows.map((row) => {
    const code = codeOf(row);
    const basis = `${row.rule.basis}（${row.authorOffice} ${code} 第${row.version}版）`;
    const { rule, problems } = readRule({ id: code, ...row.rule, basis }, formOf(row.form));
    if (rule === null) throw new Error(`${code} cannot be read any more: ${problems.map((problem) => problem.code).join(', ')}`);
    return rule;
  });
}
