import { SHORTEST_EXPLANATION } from '@gongkai/model';
import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSend } from '@tabler/icons-react';
import { memo, type JSX } from 'react';
import { ConfirmDialog } from '../../feedback/ConfirmDialog';
import { useWords } from '../../words/use-words';
import styles from './file.module.css';
import { filingObstacle, toExplain } from './filing-obstacle';
import type { YearDesk } from './use-year-desk';

interface Props {
  readonly desk: YearDesk;
  readonly isFiling: boolean;
  readonly onFile: () => void;
}

/** The last step, always in sight, with what still stands before it. */
export const FilingBar = memo(function FilingBar({ desk, isFiling, onFile }: Props): JSX.Element {
  const { t } = useWords();
  const [opened, { open, close }] = useDisclosure(false);
  const { report } = desk;
  const amends = report.may.amend;
  const obstacle = filingObstacle(desk);
  const unanswered = desk.comments.unanswered.length;
  const explanations = toExplain(desk.findings).length;
  const file = (): void => {
    close();
    onFile();
  };
  return (
    <div className={styles.bar}>
      <Text size="sm" id="filing-obstacle" role="status">
        {obstacle === null
          ? t(explanations === 0 ? 'file.ready' : 'file.readyExplained')
          : t(`obstacles.${obstacle}`, { count: explanations, least: SHORTEST_EXPLANATION })}
        {unanswered > 0 && <span className={styles.unanswered}> {t('file.unanswered', { count: unanswered })}</span>}
      </Text>
      <Button
        size="md"
        leftSection={<IconSend size={18} aria-hidden />}
        disabled={obstacle !== null}
        loading={isFiling}
        aria-describedby="filing-obstacle"
        onClick={open}
      >
        {t(amends ? 'file.submitAmendment' : 'file.submit')}
      </Button>
      <Confirmation {...{ amends, opened }} year={report.year} onClose={close} onConfirm={file} />
    </div>
  );
});

interface ConfirmationProps {
  readonly year: number;
  /** A report that stands is replaced. */
  readonly amends: boolean;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

function Confirmation({ year, amends, ...dialog }: ConfirmationProps): JSX.Element {
  const { t } = useWords();
  return (
    <ConfirmDialog
      {...dialog}
      title={t(amends ? 'file.confirmAmendmentTitle' : 'file.confirmTitle')}
      text={t(amends ? 'file.confirmAmendment' : 'file.confirm', { year })}
      action={t(amends ? 'file.submitAmendment' : 'file.submit')}
      first="action"
    />
  );
}
