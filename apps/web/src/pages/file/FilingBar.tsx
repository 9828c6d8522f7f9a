import { SHORTEST_EXPLANATION } from '@gongkai/model';
import { Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSend } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useWords } from '../../words/use-words';
import styles from './file.module.css';
import type { FilerReport } from './use-filer';
import { obstacleOf, toExplain, type FilingForm } from './use-filing';

interface Props {
  readonly filing: FilingForm;
  readonly report: FilerReport;
}

/** The last step, always in sight, with what still stands before it. */
export function FilingBar({ filing, report }: Props): JSX.Element {
  const { t } = useWords();
  const [opened, { open, close }] = useDisclosure(false);
  const obstacle = obstacleOf(filing, report);
  const explanations = toExplain(filing.validation).length;
  const send = (): void => {
    close();
    filing.send();
  };
  return (
    <div className={styles.bar}>
      <Text size="sm" id="filing-obstacle" role="status">
        {obstacle === null
          ? t(explanations === 0 ? 'file.ready' : 'file.readyExplained')
          : t(`obstacles.${obstacle}`, { count: explanations, least: SHORTEST_EXPLANATION })}
      </Text>
      <Button
        size="md"
        leftSection={<IconSend size={18} aria-hidden />}
        disabled={obstacle !== null}
        loading={filing.submit.isPending}
        aria-describedby="filing-obstacle"
        onClick={open}
      >
        {report.may.amend ? t('file.submitAmendment') : t('file.submit')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('file.confirmTitle')} closeButtonProps={{ 'aria-label': t('actions.close') }}>
        <Text size="sm">{t('file.confirm', { year: report.year, name: filing.file?.name ?? '' })}</Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={close}>
            {t('actions.cancel')}
          </Button>
          <Button onClick={send}>{t('file.submit')}</Button>
        </Group>
      </Modal>
    </div>
  );
}
