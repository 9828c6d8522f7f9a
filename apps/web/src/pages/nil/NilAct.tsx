import { SHORTEST_EXPLANATION } from '@gongkai/model';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { JSX } from 'react';
import { ConfirmDialog } from '../../feedback/ConfirmDialog';
import { useWords } from '../../words/use-words';
import type { NilObstacle } from './nil-obstacle';
import styles from './nil.module.css';

interface Props {
  readonly year: number;
  readonly obstacle: NilObstacle | null;
  /** So many inconsistencies are to be explained. */
  readonly count: number;
  readonly isFiling: boolean;
  readonly onFile: () => void;
}

/** The last step, asked about once, with what still stands before it. */
export function NilAct({ year, obstacle, count, isFiling, onFile }: Props): JSX.Element {
  const { t } = useWords();
  const [opened, { open, close }] = useDisclosure(false);
  const why = obstacle === 'statement' ? t('nil.toState') : obstacle && t(`obstacles.${obstacle}`, { count, least: SHORTEST_EXPLANATION });
  const file = (): void => {
    close();
    onFile();
  };
  return (
    <div className={styles.act}>
      <p className="gk-faded" id="nil-obstacle" role="status">
        {why ?? t('nil.sure')}
      </p>
      <Button loading={isFiling} disabled={obstacle !== null} aria-describedby="nil-obstacle" onClick={open}>
        {t('nil.submit')}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t('nil.confirmTitle')}
        text={t('nil.confirm', { year })}
        action={t('nil.submit')}
        first="action"
        onClose={close}
        onConfirm={file}
      />
    </div>
  );
}
