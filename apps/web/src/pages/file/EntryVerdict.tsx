import { SeverityCounts } from '@gongkai/ui';
import { IconLoader, IconPencil } from '@tabler/icons-react';
import type { Finding } from '@gongkai/model';
import { verdictOf } from '@gongkai/rules';
import { memo, type JSX } from 'react';
import { useFindingWords } from '../../words/use-table-words';
import { useWords } from '../../words/use-words';
import styles from './file.module.css';
import { isUnfinished } from './is-unfinished';
import { leadTo } from './lead-to';
import { TakeButtons } from './TakeButtons';
import { useBlanks } from './use-blanks';
import type { YearDesk } from './use-year-desk';
import { VERDICT_ICONS, verdictCounts } from './verdict-parts';

/** One sentence that says whether it can be filed, and the first thing that stands in the way with what would mend it. */
export const EntryVerdict = memo(function EntryVerdict({ desk }: { readonly desk: YearDesk }): JSX.Element {
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
});

function Told({ desk, findings }: { readonly desk: YearDesk; readonly findings: readonly Finding[] }): JSX.Element {
  const { t } = useWords();
  const { severities } = useFindingWords();
  const verdict = isUnfinished(findings) ? 'unfinished' : verdictOf(findings);
  const Icon = verdict === 'unfinished' ? IconPencil : VERDICT_ICONS[verdict];
  const [first] = findings;
  const blanks = useBlanks(desk);
  const isGrave = first?.severity === 'error' || first?.severity === 'inconsistency';
  return (
    <section className={styles.verdict} data-verdict={verdict} role="status" aria-busy={desk.isChecking} tabIndex={-1} id="verdict">
      <Icon size={30} aria-hidden />
      <div>
        <h2>
          {t(`checkVerdicts.${verdict}`, {
            ...verdictCounts(findings),
            blanks: blanks.length,
            sections: findings.filter(({ code }) => code === 'NV-HEAD').length,
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
