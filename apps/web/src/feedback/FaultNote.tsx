import { Button, Code, Group, Text } from '@mantine/core';
import { IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import type { JSX } from 'react';
import { Fault } from '../ask/fault';
import { useWords } from '../words/use-words';
import styles from './feedback.module.css';

/** A fault, calmly: that it is not the reader's, the id under which it can be found, and another try. */
export function FaultNote({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }): JSX.Element {
  const { t } = useWords();
  const offline = error instanceof Fault && error.kind === 'offline';
  const id = error instanceof Fault ? error.id : null;
  return (
    <div className={styles.fault} role="alert">
      <IconPlugConnectedX size={28} aria-hidden />
      <div>
        <Text fw={600}>{offline ? t('fault.offline') : t('fault.server')}</Text>
        <Text size="sm" c="dimmed">
          {offline ? t('fault.offlineAdvice') : t('fault.serverAdvice')}
        </Text>
        <Group gap="sm" mt={8}>
          {onRetry && (
            <Button variant="default" size="xs" leftSection={<IconRefresh size={14} aria-hidden />} onClick={onRetry}>
              {t('fault.retry')}
            </Button>
          )}
          {id !== null && (
            <Text size="xs" c="dimmed">
              {t('fault.id')} <Code>{id}</Code>
            </Text>
          )}
        </Group>
      </div>
    </div>
  );
}
