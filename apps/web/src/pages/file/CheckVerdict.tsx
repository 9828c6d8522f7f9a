import { SeverityCounts } from '@gongkai/ui';
import type { JSX } from 'react';
import { documentsOf } from '../../report-parts/forms-of';
import { useFindingWords } from '../../words/use-table-words';
import { useWords } from '../../words/use-words';
import styles from './file.module.css';
import type { Validation } from './use-check';
import { VERDICT_ICONS, verdictCounts } from './verdict-parts';

/** One sentence that says whether it can be filed, and what the file is. */
export function CheckVerdict({ validation }: { readonly validation: Validation }): JSX.Element {
  const { t } = useWords();
  const { severities } = useFindingWords();
  const { verdict, findings } = validation;
  const Icon = VERDICT_ICONS[verdict];
  return (
    <section className={styles.verdict} data-verdict={verdict} role="status">
      <Icon size={30} aria-hidden />
      <div>
        <h2>{t(`checkVerdicts.${verdict}`, verdictCounts(findings))}</h2>
        {findings.length > 0 && (
          <SeverityCounts severities={findings.map(({ severity }) => severity)} words={severities} none={t('findings.none')} />
        )}
        <Facts validation={validation} />
      </div>
    </section>
  );
}

function Facts({ validation: { title, agencyName, year, signedOn, forms, cells } }: { readonly validation: Validation }): JSX.Element {
  const { t } = useWords();
  const filled = cells.filter(({ state }) => state === 'number').length;
  const facts = [
    { label: t('file.title'), text: title },
    { label: t('file.printedAgency'), text: agencyName },
    { label: t('charts.year'), text: year == null ? null : String(year) },
    { label: t('file.signedOn'), text: signedOn },
    { label: t('overview.form'), text: documentsOf(forms).join(' / ') || null },
    { label: t('file.cells'), text: t('file.cellsOf', { filled, all: cells.length }) },
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text ?? <span className="gk-faded">{t('file.notFound')}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
