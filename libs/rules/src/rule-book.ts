import type { Form, FormId, Severity, Words } from '@gongkai/model';
import { CODED_RULES } from './checks';
import type { MissingMeaning } from './coded-rule';
import { MISSING_MEANINGS } from './i18n/missing-meanings';
import { lawNamed } from './law-named';

/** A rule as a catalogue of rules lists it. */
export interface BookedRule {
  readonly code: string;
  /** The form whose line it is; null where it is checked in every form. */
  readonly form: FormId | null;
  readonly severities: readonly Severity[];
  readonly says: Words;
  readonly basis: string;
  readonly remedy: Words;
  readonly missing: MissingMeaning;
  /** The same in words. */
  readonly missingWords: Words;
}

/** All rules there are: the lines of the forms, then the checks of their own. A line for several grids is listed once. */
export function ruleBook(forms: readonly Form[]): readonly BookedRule[] {
  const lines = forms.flatMap((form) =>
    form.rules
      .filter((rule, at) => form.rules.findIndex((other) => other.id === rule.id) === at)
      .map(({ id, severity, says, basis, remedy, missing }) =>
        booked({ code: id, form: form.id, severities: [severity], says, basis, remedy, missing }),
      ),
  );
  return [...lines, ...CODED_RULES.map((rule) => booked({ ...rule, basis: lawNamed(rule.basis, forms, null), form: null }))];
}

function booked(rule: Omit<BookedRule, 'missingWords'>): BookedRule {
  const { code, form, severities, says, basis, remedy, missing } = rule;
  return { code, form, severities, says, basis, remedy, missing, missingWords: MISSING_MEANINGS[missing] };
}
