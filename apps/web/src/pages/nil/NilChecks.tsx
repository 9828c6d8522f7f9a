import { SHORTEST_EXPLANATION, type Finding } from '@gongkai/model';
import { SeverityIcon, findingKey } from '@gongkai/ui';
import { Textarea, Title } from '@mantine/core';
import { verdictOf } from '@gongkai/rules';
import type { JSX } from 'react';
import type { FindingWordsFragment } from '../../generated/graphql';
import { printFinding } from '../../words/print-finding';
import { useWords } from '../../words/use-words';
import { isUnfinished } from '../file/is-unfinished';
import type { RunningFindings } from '../file/use-findings';
import { verdictCounts } from '../file/verdict-parts';
import styles from './nil.module.css';
import type { NilReturn } from './use-nil-return';

/** Said of a report that nobody has written yet; the texts that are missing are counted. */
const MISSING_TEXT = 'NV-HEAD';

/** What the checks say of the nil return as it stands: the verdict in one sentence, then what else is to be known. */
export function NilChecks({ running: { findings, isBroken } }: { readonly running: RunningFindings }): JSX.Element {
  const { t, say } = useWords();
  const told = (findings ?? []).filter(({ code, severity }) => code !== MISSING_TEXT && severity !== 'inconsistency');
  return (
    <section className={styles.sections} aria-labelledby="nil-checks" data-verdict={findings ? verdictOf(findings) : undefined}>
      <Title order={2} size="h5" id="nil-checks">
        {t('nil.checks')}
      </Title>
      <p role="status">{findings === null ? t(isBroken ? 'entry.checkedWhenFiled' : 'entry.checking') : <Verdict findings={findings} />}</p>
      {told.length > 0 && (
        <ul className={styles.findings}>
          {told.map((finding) => (
            <li key={findingKey(finding)}>
              <SeverityIcon severity={finding.severity} size={15} /> <b>{t(`severities.${finding.severity}`)}</b>{' '}
              {printFinding(say(finding.path), say(finding.message))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Verdict({ findings }: { readonly findings: readonly Finding[] }): JSX.Element {
  const { t } = useWords();
  const sections = findings.filter(({ code }) => code === MISSING_TEXT).length;
  if (isUnfinished(findings)) return <>{t('nil.unfinished', { sections })}</>;
  return <>{t(`checkVerdicts.${verdictOf(findings)}`, verdictCounts(findings))}</>;
}

interface ExplanationsProps {
  readonly nil: NilReturn;
  readonly toExplain: readonly (Finding | FindingWordsFragment)[];
}

/** What may stand if it is explained in writing. */
export function NilExplanations({ nil: { texts, change }, toExplain }: ExplanationsProps): JSX.Element | null {
  const { t, say } = useWords();
  if (toExplain.length === 0) return null;
  return (
    <fieldset className={styles.sections}>
      <Title order={2} size="h5">
        {t('nil.explain')}
      </Title>
      {toExplain.map((finding) => {
        const key = findingKey(finding);
        return (
          <Textarea
            key={key}
            mt="sm"
            label={printFinding(say(finding.path), say(finding.message))}
            description={t('file.explanationHint', { least: SHORTEST_EXPLANATION })}
            autosize
            minRows={2}
            value={texts.explanations[key]?.text ?? ''}
            onChange={({ currentTarget: { value: text } }) =>
              change({ explanations: { ...texts.explanations, [key]: { code: finding.code, cell: finding.cells[0] ?? null, text } } })
            }
          />
        );
      })}
    </fieldset>
  );
}
