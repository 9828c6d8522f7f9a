import type { Form } from '@gongkai/model';
import { ruleBook, type BookedRule } from '@gongkai/rules';

/** A rule and where it stands on the page: what one code names may hold of several things. */
export interface AnchoredRule extends BookedRule {
  readonly anchor: string;
}

/** The rules of one form, or (null) those that hold in every form. */
export interface RuleGroup {
  readonly form: Form | null;
  readonly rules: readonly AnchoredRule[];
}

/** Those of a form together, the newest form first; those of every form behind them. Of these whose code or words hold what is looked for. */
export function ruleGroups(forms: readonly Form[], sought: string): readonly RuleGroup[] {
  const rules = anchored(ruleBook(forms)).filter((rule) => speaksOf(rule, sought.trim().toLowerCase()));
  const newest = [...forms].sort((one, other) => other.years.first - one.years.first);
  const groups = [...newest, null].map((form) => ({ form, rules: rules.filter((rule) => rule.form === (form?.id ?? null)) }));
  return groups.filter((group) => group.rules.length > 0);
}

function anchored(rules: readonly BookedRule[]): readonly AnchoredRule[] {
  return rules.map((rule, at) => {
    const own = rule.form === null ? rule.code : `${rule.form}-${rule.code}`;
    const before = rules.slice(0, at).filter(({ code, form }) => code === rule.code && form === rule.form).length;
    return { ...rule, anchor: before === 0 ? own : `${own}-${before + 1}` };
  });
}

function speaksOf({ code, says, basis, remedy }: BookedRule, sought: string): boolean {
  return [code, says.zh, says.en, basis, remedy.zh, remedy.en].some((text) => text.toLowerCase().includes(sought));
}
