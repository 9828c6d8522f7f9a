import { Button, Textarea, Title } from '@mantine/core';
import { NARRATIVE_SECTIONS, SHORTEST_EXPLANATION, type Finding, type NarrativeSection } from '@gongkai/model';
import { findingKey } from '@gongkai/ui';
import { useEffect, type JSX } from 'react';
import { useNavigate } from 'react-router';
import { FaultNote } from '../../feedback/FaultNote';
import { RefusalNote } from '../../feedback/RefusalNote';
import type { FindingWordsFragment, RefusalWordsFragment } from '../../generated/graphql';
import { ReasonFields } from '../../report-parts/ReasonFields';
import { useWords } from '../../words/use-words';
import type { Filer, FilerReport } from '../file/use-filer';
import { NilAct } from './NilAct';
import { NilChecks, NilExplanations } from './NilChecks';
import { nilObstacle } from './nil-obstacle';
import styles from './nil.module.css';
import { useNilFindings } from './use-nil-findings';
import { useNilReturn, type NilReturn } from './use-nil-return';

interface Props {
  readonly agency: Filer;
  readonly report: FilerReport;
}

/** The statement, the sections that are owed all the same, what the checks say, and the act; afterwards its receipt. */
export function NilForm({ agency, report }: Props): JSX.Element {
  const navigate = useNavigate();
  const { may, year } = report;
  const nil = useNilReturn(agency.id, year, may.amend);
  const { filing } = nil;
  const running = useNilFindings(agency, report, nil.texts);
  const toExplain = explainable(running.findings, nil.refused);
  const receipt = filing.data?.__typename === 'Submission' ? filing.data.receipt.number : null;
  useEffect(() => {
    if (receipt !== null) void navigate(`/receipts/${receipt}`, { replace: true });
  }, [receipt, navigate]);
  return (
    <div className={`sheet ${styles.form}`}>
      <Statement nil={nil} />
      <Sections nil={nil} />
      {may.amend && <Reason nil={nil} />}
      <NilChecks running={running} />
      <NilExplanations nil={nil} toExplain={toExplain} />
      {filing.data?.__typename === 'Refusal' && <RefusalNote refusal={withoutExplainable(filing.data)} />}
      {filing.isError && <FaultNote error={filing.error} onRetry={() => filing.mutate()} />}
      <NilAct
        year={year}
        obstacle={nilObstacle({ texts: nil.texts, running, toExplain, amends: may.amend })}
        count={toExplain.length}
        isFiling={filing.isPending}
        onFile={() => filing.mutate()}
      />
    </div>
  );
}

/** Found on this page, and what only the platform found as it was sent. */
function explainable(
  findings: readonly Finding[] | null,
  refused: readonly FindingWordsFragment[],
): readonly (Finding | FindingWordsFragment)[] {
  const here = (findings ?? []).filter(({ severity }) => severity === 'inconsistency');
  const known = new Set(here.map(findingKey));
  return [...here, ...refused.filter((finding) => finding.severity === 'inconsistency' && !known.has(findingKey(finding)))];
}

/** What is asked for in a field of its own is not said a second time. */
function withoutExplainable(refusal: RefusalWordsFragment): RefusalWordsFragment {
  return { ...refusal, findings: refusal.findings.filter(({ severity }) => severity !== 'inconsistency') };
}

function Statement({ nil: { texts, change } }: { readonly nil: NilReturn }): JSX.Element {
  const { t } = useWords();
  return (
    <Textarea
      label={t('nil.statement')}
      description={t('nil.statementHint', { least: SHORTEST_EXPLANATION })}
      required
      autosize
      minRows={2}
      value={texts.statement}
      onChange={({ currentTarget }) => change({ statement: currentTarget.value })}
    />
  );
}

function Sections({ nil: { texts, change } }: { readonly nil: NilReturn }): JSX.Element {
  const { t } = useWords();
  const write = (section: NarrativeSection, text: string): void => change({ sections: { ...texts.sections, [section]: text } });
  const fee = t('entry.feeSentence');
  const last = texts.sections.s6;
  return (
    <fieldset className={styles.sections}>
      <Title order={2} size="h5">
        {t('nil.sections')}
      </Title>
      {NARRATIVE_SECTIONS.map((section) => (
        <Textarea
          key={section}
          mt="sm"
          label={t(`sections.${section}`)}
          required
          autosize
          minRows={3}
          value={texts.sections[section]}
          onChange={({ currentTarget }) => write(section, currentTarget.value)}
        />
      ))}
      {!last.includes(fee) && (
        <Button mt={8} size="xs" variant="default" onClick={() => write('s6', [last.trim(), fee].filter(Boolean).join('\n'))}>
          {t('nil.fee')}
        </Button>
      )}
    </fieldset>
  );
}

function Reason({ nil: { texts, change } }: { readonly nil: NilReturn }): JSX.Element {
  const { t } = useWords();
  return (
    <fieldset className={styles.sections}>
      <Title order={2} size="h5">
        {t('file.amendment')}
      </Title>
      <p className="gk-faded">{t('file.amendmentHint')}</p>
      <ReasonFields
        reasonClass={texts.reasonClass}
        reason={texts.reason}
        onChange={(reasonClass, reason) => change({ reasonClass, reason })}
      />
    </fieldset>
  );
}
