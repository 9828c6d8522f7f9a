import type { Language } from '@gongkai/model';
import type { JSX } from 'react';
import type { FindingWords } from './finding-words';
import type { ShownConsequence } from './shown';

interface Props {
  readonly consequences: readonly ShownConsequence[];
  readonly language: Language;
  readonly words: FindingWords;
}

/** What else does not hold because of the same cause, folded under it. */
export function FindingConsequences({ consequences, language, words }: Props): JSX.Element | null {
  if (consequences.length === 0) return null;
  return (
    <details className="gk-finding-consequences">
      <summary>{words.consequences(consequences.length)}</summary>
      <ul>
        {consequences.map(({ code, path, message }) => (
          <li key={`${code} ${path.zh}`} data-code={code}>
            {message[language]} <span className="gk-finding-code">{code}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
