import { SeverityCounts } from '@gongkai/ui';
import { IconCircleCheckFilled, IconCircleXFilled, IconLoader, IconMessage2Question, IconPencil } from '@tabler/icons-react';
import type { Finding } from '@gongkai/model';
import { verdictOf } from '@gongkai/rules';
import { useMemo, type JSX } from 'react';
import { useFindingWords } from '../../words/use-table-words';
import { useWords } from '../../words/use-words';
import styles from './file.module.css';
import { isUnfinished } from './is-unfinished';
import { leadTo } from './lead-to';
import { TakeButtons } from './TakeButtons';
import type { YearDesk } from './use-year-desk';

const ICONS = {
  clean: IconCircleCheckFilled,
  warnings: IconCircleCheckFilled,
  must_explain: IconMessage2Question,
  cannot_be_filed: IconCircleXFilled,
  unfinished: IconPencil,
} as const;

/** One sentence that says whether it can be filed, and the first thing that stands in the way with what would mend it. */
export function EntryVerdict({ desk }: { readonly desk: YearDesk }): JSX.Element {
  const { t } = useWords();
  const { findings, isBroken } = desk;
  if (findings === null)
    return (
      <section className={styles.verdict} aria-busy={!isBroken}>
        <IconLoader size={30} aria-hidden />
        <h2>{t(isBroken ? 'entry.checkedWhenFiled' : 'entry.checking')}</h2>
      </section>
    );
  return <Told desk={desk} findings={findings} />;
}

function Told({ desk, findings }: { readonly desk: YearDesk; readonly findings: readonly Finding[] }): JSX.Element {
  const { t } = useWords();
  const { severities } = useFindingWords();
  const verdict = isUnfinished(findings) ? 'unfinished' : verdictOf(findings);
  const Icon = ICONS[verdict];
  const [first] = findings;
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  const blanks = useBlanks(desk);
  const isGrave = first?.severity === 'error' || first?.severity === 'inconsistency';
  return (
    <section className={styles.verdict} data-verdict={verdict} role="status" aria-busy={desk.isChecking} tabIndex={-1} id="verdict">
      <Icon size={30} aria-hidden />
      <div>
        <h2>
          {t(`checkVerdicts.${verdict}`, {
            errors: count('error'),
            blanks: blanks.length,
            sections: findings.filter(({ code }) => code === 'NV-HEAD').length,
            inconsistencies: count('inconsistency'),
            warnings: count('warning') + count('info'),
          })}
        </h2>
        <p className={styles.verdictLine}>
          {findings.length > 0 && verdict !== 'unfinished' && (
            <SeverityCounts severities={findings.map(({ severity }) => severity)} words={severities} none={t('findings.none')} />
          )}
          {blanks.length > 0 && verdict !== 'unfinished' && <span>{t('entry.blanks', { count: blanks.length })}</span>}
        </p>
        {isGrave && <Gravest finding={first} desk={desk} />}
      </div>
    </section>
  );
}

/** The first thing that stands in the way. */
function Gravest({ finding, desk }: { readonly finding: Finding; readonly desk: YearDesk }): JSX.Element {
  const { say } = useWords();
  return (
    <p className={styles.verdictLine} data-first-finding>
      <button type="button" className={styles.leadButton} onClick={() => leadTo(desk.sheet, finding)}>
        {say(finding.message)}
      </button>
      <TakeButtons finding={finding} desk={desk} isShort />
    </p>
  );
}

/** The cells that are still to be filled in. */
export function useBlanks({ sheet, inapplicable }: Pick<YearDesk, 'sheet' | 'inapplicable'>): readonly string[] {
  const { grid, texts } = sheet;
  return useMemo(() => {
    const cells = new Set(grid.tables.flatMap(({ lines }) => lines.flat()));
    return [...cells].filter((cell) => !grid.totals.has(cell) && !texts.has(cell) && !isInapplicable(inapplicable, cell));
  }, [grid, texts, inapplicable]);
}

/** Whether the row of a cell cannot apply to the agency. */
export function isInapplicable(inapplicable: ReadonlySet<string>, cell: string): boolean {
  return cell.startsWith('s2/') && inapplicable.has(cell.split('/')[1] ?? '');
}
