import { Accordion } from '@mantine/core';
import { memo, type JSX } from 'react';
import { OriginalButton } from '../../originals/OriginalButton';
import { ResidueNumbers } from '../../report-parts/ResidueNumbers';
import { useWords } from '../../words/use-words';
import styles from './file.module.css';
import type { FileOnDesk } from './file-on-desk';
import type { YearDesk } from './use-year-desk';

/** What file the draft was read from, what the reader was not sure of, and the numbers that belong to no cell. */
export const FileLine = memo(function FileLine({
  file: { name, readings, said },
  desk,
}: {
  readonly file: FileOnDesk;
  readonly desk: YearDesk;
}): JSX.Element {
  const { t } = useWords();
  const doubted = [...readings].flatMap(([cell, { isDoubted }]) => (isDoubted ? [cell] : []));
  const typedOver = [...desk.entries.values()].filter(({ origin }) => origin === 'typed_over').length;
  return (
    <section className={`sheet ${styles.fileLine}`} data-file={said.id}>
      <p>
        {t('entry.readFrom', { name })} {typedOver > 0 && t('entry.typedOver', { count: typedOver })}{' '}
        {doubted[0] !== undefined && (
          <button type="button" className={styles.leadButton} onClick={() => doubted[0] && desk.sheet.lead(doubted[0])}>
            {t('entry.doubted', { count: doubted.length })}
          </button>
        )}
      </p>
      <OriginalButton />
      {said.residue.length > 0 && (
        <Accordion variant="separated" chevronPosition="left" order={3}>
          <Accordion.Item value="residue">
            <Accordion.Control>{t('parts.residue', { count: said.residue.length })}</Accordion.Control>
            <Accordion.Panel>
              <ResidueNumbers residue={said.residue} />
            </Accordion.Panel>
          </Accordion.Item>
        </Accordion>
      )}
    </section>
  );
});
