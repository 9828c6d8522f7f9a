import { FindingList, findingKey, type FindingWords } from '@gongkai/ui';
import type { Finding } from '@gongkai/model';
import type { TFunction } from 'i18next';
import { memo, useMemo, type JSX } from 'react';
import { shownFindings, type ReadFinding } from '../../report-parts/shown-findings';
import type { FindingWordsFragment } from '../../generated/graphql';
import { useFindingWords } from '../../words/use-table-words';
import { useWords } from '../../words/use-words';
import { ExplanationField } from './ExplanationField';
import styles from './file.module.css';
import { isUnfinished } from './is-unfinished';
import { leadTo } from './lead-to';
import { TakeButtons } from './TakeButtons';
import type { YearDesk } from './use-year-desk';

interface Props {
  readonly desk: YearDesk;
  readonly active: Finding | null;
  readonly onActive: (finding: Finding | null) => void;
}

/** Everything that was found, each leading to its cell, with what would mend it or the field that explains it. */
export const EntryFindings = memo(function EntryFindings({ desk, active, onActive }: Props): JSX.Element | null {
  const { t, language } = useWords();
  const words = useFindingWords();
  const { findings } = desk;
  const isWaiting = findings !== null && isUnfinished(findings);
  const said = useMemo(() => (isWaiting ? waitingWords(words, t) : words), [isWaiting, words, t]);
  if (findings === null || findings.length === 0) return null;
  const choose = (finding: Finding | null): void => {
    onActive(finding);
    if (finding !== null) leadTo(desk.sheet, finding);
  };
  return (
    <section className={styles.findings} aria-label={t('findings.title')} tabIndex={0}>
      <FindingList
        {...{ findings, active, language }}
        words={said}
        onActive={choose}
        below={(finding) => (
          <>
            <TakeButtons finding={finding} desk={desk} />
            {finding.severity === 'inconsistency' && <ExplanationField finding={finding} desk={desk} />}
          </>
        )}
      />
    </section>
  );
});

/** What is not filled in yet is nobody's error. */
function waitingWords(words: FindingWords, t: TFunction): FindingWords {
  const { severities, meanings } = words;
  return {
    ...words,
    severities: { ...severities, error: t('entry.unfilled') },
    meanings: { ...meanings, error: t('entry.unfilledMeaning') },
  };
}

/** What only the platform found as it was filed, e.g. by rules of a supervisor: explained here all the same. */
export function RefusedFindings({
  desk,
  refused,
}: {
  readonly desk: YearDesk;
  readonly refused: readonly FindingWordsFragment[];
}): JSX.Element | null {
  const { language } = useWords();
  const words = useFindingWords();
  const findings = useMemo(() => {
    const here = new Set((desk.findings ?? []).map(findingKey));
    return shownFindings(refused).filter((finding) => !here.has(findingKey(finding)));
  }, [desk.findings, refused]);
  if (findings.length === 0) return null;
  return (
    <FindingList
      {...{ findings, language, words }}
      active={null}
      onActive={(finding) => finding && leadTo(desk.sheet, finding)}
      below={(finding: ReadFinding) =>
        finding.severity === 'inconsistency' ? <ExplanationField finding={explained(finding)} desk={desk} /> : null
      }
    />
  );
}

function explained({ code, cells }: ReadFinding): Pick<Finding, 'code' | 'cells'> {
  return { code, cells: cells as Finding['cells'] };
}
