import type { JSX } from 'react';
import type { EditionPartsFragment } from '../generated/graphql';
import { useWords } from '../words/use-words';
import styles from './report-parts.module.css';

type Residue = EditionPartsFragment['residue'];

/** Numbers that nothing claimed, so that nothing is lost in reading. */
export function ResidueNumbers({ residue }: { readonly residue: Residue }): JSX.Element {
  const { t } = useWords();
  if (residue.length === 0) return <p className="gk-faded">{t('parts.noResidue')}</p>;
  return (
    <ul className={styles.residue}>
      {residue.map(({ raw, context, section }, at) => (
        <li key={`${at} ${raw}`}>
          <b className="figures">{raw}</b>
          {section && <small>{t(`sectionsShort.${section}`)}</small>}
          <span>{context}</span>
        </li>
      ))}
    </ul>
  );
}
