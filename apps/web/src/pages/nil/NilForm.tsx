import { Button, Textarea, Title } from '@mantine/core';
import { SHORTEST_EXPLANATION, isExplanation } from '@gongkai/model';
import { findingKey } from '@gongkai/ui';
import { useEffect, type JSX } from 'react';
import { useNavigate } from 'react-router';
import { FaultNote } from '../../feedback/FaultNote';
import { RefusalNote } from '../../feedback/RefusalNote';
import type { NarrativeSection } from '../../generated/graphql';
import { ReasonFields } from '../../report-parts/ReasonFields';
import { printFinding } from '../../words/print-finding';
import { useWords } from '../../words/use-words';
import type { NilReport } from './NilPage';
import styles from './nil.module.css';
import { useNilReturn, type NilReturn } from './use-nil-return';

const SECTIONS: readonly NarrativeSection[] = ['s1', 's5', 's6'];

/** The statement, the sections that are owed all the same, and the act; afterwards its receipt. */
export function NilForm({ report }: { readonly report: NilReport }): JSX.Element {
  const { t } = useWords();
  const navigate = useNavigate();
  const { may, agency, year } = report;
  const nil = useNilReturn(agency.id, year, may.amend);
  const { texts, change, filing } = nil;
  const receipt = filing.data?.__typename === 'Submission' ? filing.data.receipt.number : null;
  useEffect(() => {
    if (receipt !== null) void navigate(`/receipts/${receipt}`, { replace: true });
  }, [receipt, navigate]);
  return (
    <form
      className={`sheet ${styles.form}`}
      onSubmit={(event) => {
        event.preventDefault();
        filing.mutate();
      }}
    >
      <Textarea
        label={t('nil.statement')}
        description={t('nil.statementHint', { least: SHORTEST_EXPLANATION })}
        required
        autosize
        minRows={2}
        value={texts.statement}
        onChange={({ currentTarget }) => change({ statement: currentTarget.value })}
      />
      <Sections nil={nil} />
      {may.amend && <Reason nil={nil} />}
      <Explanations nil={nil} />
      {filing.data?.__typename === 'Refusal' && <RefusalNote refusal={filing.data} />}
      {filing.isError && <FaultNote error={filing.error} onRetry={() => filing.mutate()} />}
      <p className="gk-faded">{t('nil.sure')}</p>
      <Button type="submit" loading={filing.isPending} disabled={!isExplanation(texts.statement)}>
        {t('nil.submit')}
      </Button>
    </form>
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
      {SECTIONS.map((section) => (
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

/** What the last try was refused for and words may settle. */
function Explanations({ nil: { texts, change, toExplain } }: { readonly nil: NilReturn }): JSX.Element | null {
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
