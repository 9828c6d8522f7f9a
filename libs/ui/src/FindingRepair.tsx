import type { Language } from '@gongkai/model';
import type { JSX } from 'react';
import type { FindingWords } from './finding-words';
import type { ShownChange, ShownRepair } from './shown';

interface Props {
  readonly repair: ShownRepair;
  readonly language: Language;
  readonly words: FindingWords;
}

/** The smallest changes that would make a finding right, the most plausible first, each cell with what it says and what it would say. */
export function FindingRepair({ repair, language, words }: Props): JSX.Element | null {
  const { alternatives, count, complete } = repair;
  if (alternatives.length === 0) return null;
  const more = count - alternatives.length;
  return (
    <div className="gk-finding-repair">
      <p>{count === 1 ? words.repair : words.repairs(count)}</p>
      <ul>
        {alternatives.map(({ changes }) => (
          <li key={changes.map(({ cell }) => cell).join()}>
            {changes.map((change) => (
              <ChangeLine key={change.cell} change={change} language={language} words={words} />
            ))}
          </li>
        ))}
      </ul>
      {more > 0 && <p>{words.more(more)}</p>}
      {!complete && <p>{words.incomplete}</p>}
    </div>
  );
}

function ChangeLine({ change, language, words }: { readonly change: ShownChange } & Omit<Props, 'repair'>): JSX.Element {
  return (
    <span className="gk-finding-change" data-change={change.cell}>
      {change.path[language]} <del>{change.from ?? words.blank}</del> → <b>{change.to}</b>
      {change.slip && <small>{change.slip.words[language]}</small>}
    </span>
  );
}
