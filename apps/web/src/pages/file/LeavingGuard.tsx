import { Button, Group, Modal, Text } from '@mantine/core';
import { useEffect, type JSX } from 'react';
import { useBlocker } from 'react-router';
import { useWords } from '../../words/use-words';

/** Asks before the page is left while something on it would be lost; closing the window is asked about by the browser. */
export function LeavingGuard({ active }: { readonly active: boolean }): JSX.Element {
  const { t } = useWords();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      active && currentLocation.pathname + currentLocation.search !== nextLocation.pathname + nextLocation.search,
  );
  useEffect(() => {
    if (!active) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [active]);
  const stay = (): void => blocker.reset?.();
  return (
    <Modal
      opened={blocker.state === 'blocked'}
      onClose={stay}
      title={t('file.leaveTitle')}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      <Text size="sm">{t('file.leaveHint')}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          {t('file.leave')}
        </Button>
        <Button onClick={stay} data-autofocus>
          {t('file.stay')}
        </Button>
      </Group>
    </Modal>
  );
}
