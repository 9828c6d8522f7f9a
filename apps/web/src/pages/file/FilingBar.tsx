import { SHORTEST_EXPLANATION } from '@gongkai/model';
import { Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSend } from '@tabler/icons-react';
import type { JSX } from 'react';
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
export function FilingBar({ desk, isFiling, onFile }: Props): JSX.Element {
  const { t } = useWords();
  const [opened, { open, close }] = useDisclosure(false);
  const { report } = desk;
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
        {report.may.amend ? t('file.submitAmendment') : t('file.submit')}
      </Button>
      <Confirmation year={report.year} amends={report.may.amend} opened={opened} onClose={close} onFile={file} />
    </div>
  );
}

interface ConfirmationProps {
  readonly year: number;
  /** A report that stands is replaced. */
  readonly amends: boolean;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onFile: () => void;
}

function Confirmation({ year, amends, opened, onClose, onFile }: ConfirmationProps): JSX.Element {
  const { t } = useWords();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t(amends ? 'file.confirmAmendmentTitle' : 'file.confirmTitle')}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      <Text size="sm">{t(amends ? 'file.confirmAmendment' : 'file.confirm', { year })}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('actions.cancel')}
        </Button>
        <Button onClick={onFile} data-autofocus>
          {t(amends ? 'file.submitAmendment' : 'file.submit')}
        </Button>
      </Group>
    </Modal>
  );
}
