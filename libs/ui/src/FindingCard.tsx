import type { Language } from '@gongkai/model';
import { IconFocus2 } from '@tabler/icons-react';
import type { JSX, ReactNode } from 'react';
import { FindingConsequences } from './FindingConsequences';
import { FindingRepair } from './FindingRepair';
import { findingKey } from './finding-key';
import type { FindingWords } from './finding-words';
import type { ShownFinding } from './shown';

interface Props<F extends ShownFinding> {
  readonly finding: F;
  readonly active: boolean;
  readonly language: Language;
  readonly words: FindingWords;
  readonly onActive: (finding: F | null) => void;
  readonly children?: ReactNode;
}

/** One cause: where it is, what is wrong with both numbers, what to do, and folded under it what else it makes wrong; choosing it lights its cells. */
export function FindingCard<F extends ShownFinding>({ finding, active, language, words, onActive, children }: Props<F>): JSX.Element {
  return (
    <article
      className="gk-finding"
      data-finding={findingKey(finding)}
      data-severity={finding.severity}
      data-code={finding.code}
      data-active={active || undefined}
    >
      <button type="button" className="gk-finding-head" aria-pressed={active} onClick={() => onActive(active ? null : finding)}>
        <span className="gk-finding-path">{finding.path[language]}</span>
        <span className="gk-finding-code">{finding.code}</span>
        <span className="gk-finding-message">{messageAlone(finding, language)}</span>
        {finding.cells.length > 0 && (
          <span className="gk-finding-show">
            <IconFocus2 size={14} aria-hidden /> {words.show}
          </span>
        )}
      </button>
      <Figures finding={finding} words={words} />
      <p className="gk-finding-remedy">
        <b>{words.remedy}</b> {finding.remedy[language]}
      </p>
      {finding.repair && <FindingRepair repair={finding.repair} language={language} words={words} />}
      <FindingConsequences consequences={finding.consequences} language={language} words={words} />
      <FindingSource finding={finding} language={language} words={words} />
      {children}
    </article>
  );
}

/** What must hold, and who says so. */
function FindingSource({ finding, language, words }: Pick<Props<ShownFinding>, 'finding' | 'language' | 'words'>): JSX.Element {
  return (
    <details>
      <summary>{words.details}</summary>
      <dl>
        <dt>{words.says}</dt>
        <dd>{finding.says[language]}</dd>
        <dt>{words.basis}</dt>
        <dd>{finding.basis}</dd>
        <dt>{words.rule}</dt>
        <dd>
          <a href={words.ruleAt(finding.code)} target="_blank" rel="noreferrer">
            {finding.code}
          </a>
        </dd>
      </dl>
    </details>
  );
}

/** The place stands above the message already. */
function messageAlone({ message, path }: ShownFinding, language: Language): string {
  const [whole, place] = [message[language], path[language]];
  return whole.startsWith(place) ? whole.slice(place.length).replace(/^\p{P}\s*/u, '') : whole;
}

function Figures({ finding, words }: { readonly finding: ShownFinding; readonly words: FindingWords }): JSX.Element | null {
  const figures = [
    { key: 'expected', label: words.expected, figure: finding.expected },
    { key: 'found', label: words.found, figure: finding.found },
    { key: 'difference', label: words.difference, figure: finding.difference },
  ].filter(({ figure }) => figure !== null);
  if (figures.length === 0) return null;
  return (
    <dl className="gk-finding-figures">
      {figures.map(({ key, label, figure }) => (
        <div key={key} data-figure={key}>
          <dt>{label}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
