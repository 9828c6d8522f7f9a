import { Button } from '@mantine/core';
import type { Alternative, CellId, Finding } from '@gongkai/model';
import type { JSX } from 'react';
import { useWords } from '../../words/use-words';
import styles from './file.module.css';
import type { YearDesk } from './use-year-desk';

interface Props {
  readonly finding: Finding;
  readonly desk: YearDesk;
  /** Only where there is one way to mend it. */
  readonly isShort?: boolean;
}

/** The smallest repairs of a finding, each to be taken as one step that can be undone. */
export function TakeButtons({ finding: { repair }, desk, isShort = false }: Props): JSX.Element | null {
  if (repair === null || repair.alternatives.length === 0 || (isShort && repair.count > 1)) return null;
  const isOnly = repair.alternatives.length === 1 && repair.alternatives[0]?.changes.length === 1;
  return (
    <>
      {repair.alternatives.map((alternative) => (
        <TakeButton key={alternative.changes.map(({ cell }) => cell).join()} alternative={alternative} desk={desk} isOnly={isOnly} />
      ))}
    </>
  );
}

function TakeButton({
  alternative: { changes },
  desk,
  isOnly,
}: {
  readonly alternative: Alternative;
  readonly desk: YearDesk;
  readonly isOnly: boolean;
}): JSX.Element {
  const { t, say } = useWords();
  const values = changes.map(({ to }) => to).join(', ');
  const places = changes.map(({ path, to }) => (isOnly ? say(path) : `${say(path)} ${to}`)).join(', ');
  const take = (): void => {
    const texts = new Map(changes.map(({ cell, to }) => [cell, to] as const));
    desk.sheet.step({ kind: 'take', texts });
    desk.sheet.lead(changes[0]?.cell as CellId);
  };
  return (
    <Button
      size="compact-xs"
      variant="light"
      mt={4}
      mr={6}
      maw="100%"
      classNames={{ root: styles.take ?? '', label: styles.takeLabel ?? '' }}
      {...(isOnly ? { 'aria-label': t('entry.takeFor', { values, places }) } : {})}
      onClick={take}
    >
      {isOnly ? t('entry.take', { values }) : t('entry.takeAt', { places })}
    </Button>
  );
}
