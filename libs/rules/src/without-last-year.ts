import type { Finding, Form } from '@gongkai/model';
import { CODED_RULES } from './checks';

/** Takes out of findings what the report of the year before says, for whoever may not see that one. */
export type LastYearTaker = (findings: readonly Finding[]) => readonly Finding[];

/**
 * A finding across years goes; of one within the year the consequences across years go, and with them the repair, which mends those too. A rule that
 * neither the forms nor the checks have is a supervisor's own: its finding goes where a figure of the year before took part, as a consequence it goes always.
 */
export function withoutLastYear(forms: readonly Form[], year: number): LastYearTaker {
  const [within, across] = rulesBySpan(forms);
  const isAcross = ({ code, contributors }: Finding): boolean =>
    across.has(code) || contributors.some((contributor) => contributor.year === year - 1);
  return (findings) =>
    findings
      .filter((finding) => !isAcross(finding))
      .map((finding) => {
        const consequences = finding.consequences.filter(({ code }) => within.has(code));
        return consequences.length === finding.consequences.length ? finding : { ...finding, consequences, repair: null };
      });
}

/** The codes of all rules there are: those within one year, and those across two. */
function rulesBySpan(forms: readonly Form[]): readonly [within: ReadonlySet<string>, across: ReadonlySet<string>] {
  const lines = forms.flatMap(({ rules }) =>
    rules.map(({ id, left, right }) => ({ code: id, isAcross: [...left, ...right].some((term) => term.year === 'last') })),
  );
  const coded = CODED_RULES.map(({ code, acrossYears }) => ({ code, isAcross: acrossYears === true }));
  const across = new Set([...lines, ...coded].filter(({ isAcross }) => isAcross).map(({ code }) => code));
  const within = new Set([...lines, ...coded].map(({ code }) => code).filter((code) => !across.has(code)));
  return [within, across];
}
