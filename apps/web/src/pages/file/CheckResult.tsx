import { FindingList, OfficialTables } from '@gongkai/ui';
import { Accordion, Text, Title } from '@mantine/core';
import { useMemo, type JSX, type ReactNode } from 'react';
import { DeclaredFigures } from '../../report-parts/DeclaredFigures';
import { formsOf } from '../../report-parts/forms-of';
import { shownFindings, type ReadFinding } from '../../report-parts/shown-findings';
import { ResidueNumbers } from '../../report-parts/ResidueNumbers';
import { useInapplicable } from '../../report-parts/use-inapplicable';
import { useActiveFinding } from '../../report-parts/use-active-finding';
import { useFindingWords, useTableWords } from '../../words/use-table-words';
import { useWords } from '../../words/use-words';
import { CheckVerdict } from './CheckVerdict';
import styles from './file.module.css';
import type { Validation } from './use-check';

interface Props {
  readonly validation: Validation;
  /** What belongs under a finding, e.g. the field for its explanation. */
  readonly below?: (finding: ReadFinding) => ReactNode;
}

/** What a file says and what is wrong with it: the verdict first, the findings, and beside them the tables they light. */
export function CheckResult({ validation, below }: Props): JSX.Element {
  const { t, language } = useWords();
  const findingWords = useFindingWords();
  const tableWords = useTableWords();
  const inapplicable = useInapplicable(validation.agency?.id ?? null, validation.year ?? null);
  const findings = useMemo(() => shownFindings(validation.findings), [validation.findings]);
  const { active, choose, pick } = useActiveFinding(findings);
  return (
    <div className={styles.result}>
      <CheckVerdict validation={validation} />
      <div className={styles.beside} data-empty={findings.length === 0 || undefined}>
        {findings.length > 0 && (
          <section className={styles.findings} aria-label={t('findings.title')} tabIndex={0}>
            <FindingList {...{ findings, active, language }} words={findingWords} onActive={choose} {...(below ? { below } : {})} />
          </section>
        )}
        <section className={`sheet ${styles.tables}`} aria-label={t('file.tables')}>
          <OfficialTables
            forms={formsOf(validation.forms, validation.year ?? null)}
            cells={validation.cells.map((cell) => ({ ...cell, amount: cell.amount ?? null }))}
            findings={findings}
            year={validation.year ?? null}
            active={active}
            language={language}
            words={tableWords}
            inapplicable={inapplicable}
            onPick={pick}
          />
          <Folded validation={validation} />
        </section>
      </div>
    </div>
  );
}

function Folded({ validation: { declared, residue, narrative } }: { readonly validation: Validation }): JSX.Element {
  const { t } = useWords();
  return (
    <Accordion multiple variant="separated" chevronPosition="left" order={3}>
      <Accordion.Item value="declared">
        <Accordion.Control>{t('parts.declared', { count: declared.length })}</Accordion.Control>
        <Accordion.Panel>
          <DeclaredFigures declared={declared} />
        </Accordion.Panel>
      </Accordion.Item>
      <Accordion.Item value="residue">
        <Accordion.Control>{t('parts.residue', { count: residue.length })}</Accordion.Control>
        <Accordion.Panel>
          <Text size="xs" c="dimmed" mb="xs">
            {t('parts.residueHint')}
          </Text>
          <ResidueNumbers residue={residue} />
        </Accordion.Panel>
      </Accordion.Item>
      <Accordion.Item value="narrative">
        <Accordion.Control>{t('parts.narrative', { count: narrative.length })}</Accordion.Control>
        <Accordion.Panel>
          {narrative.map(({ section, heading, text }) => (
            <section key={section} className={styles.narrative}>
              <Title order={4} size="h6">
                {heading}
              </Title>
              <p>{text}</p>
            </section>
          ))}
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
