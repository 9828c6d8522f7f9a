import { SeverityCounts } from '@gongkai/ui';
import { IconCircleCheckFilled, IconCircleXFilled, IconMessage2Question } from '@tabler/icons-react';
import type { JSX } from 'react';
import { documentsOf } from '../../report-parts/forms-of';
import { useFindingWords } from '../../words/use-table-words';
import { useWords } from '../../words/use-words';
import styles from './file.module.css';
import type { Validation } from './use-check';

const ICONS = {
  clean: IconCircleCheckFilled,
  warnings: IconCircleCheckFilled,
  must_explain: IconMessage2Question,
  cannot_be_filed: IconCircleXFilled,
} as const;

/** One sentence that says whether it can be filed, and what the file is. */
export function CheckVerdict({ validation }: { readonly validation: Validation }): JSX.Element {
  const { t } = useWords();
  const { severities } = useFindingWords();
  const { verdict, findings } = validation;
  const Icon = ICONS[verdict];
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  return (
    <section className={styles.verdict} data-verdict={verdict} role="status">
      <Icon size={30} aria-hidden />
      <div>
        <h2>
          {t(`checkVerdicts.${verdict}`, {
            errors: count('error'),
            inconsistencies: count('inconsistency'),
            warnings: count('warning') + count('info'),
          })}
        </h2>
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
