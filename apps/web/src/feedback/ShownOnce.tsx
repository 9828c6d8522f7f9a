import { Notice } from '@gongkai/ui';
import { Button, Group, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useRef, type JSX } from 'react';
import { useWords } from '../words/use-words';
import styles from './feedback.module.css';

interface Props {
  readonly title: string;
  /** That it is shown this once, and what it is for. */
  readonly text: string;
  /** What the secret is. */
  readonly label: string;
  readonly secret: string;
  readonly onDone: () => void;
}

/** A secret that is told this once. Where the browser lets no page write the clipboard, it is selected to be copied by hand. */
export function ShownOnce({ title, text, label, secret, onDone }: Props): JSX.Element {
  const { t } = useWords();
  const clipboard = useClipboard();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), [secret, clipboard.error]);
  return (
    <Notice tone="info" title={title}>
      <p>{text}</p>
      <TextInput ref={field} className={styles.once ?? ''} aria-label={label} readOnly value={secret} />
      {clipboard.error && <p role="alert">{t('once.byHand')}</p>}
      <Group gap="xs">
        <Button
          size="xs"
          leftSection={clipboard.copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
          onClick={() => void clipboard.copy(secret)}
        >
          {clipboard.copied ? t('once.copied') : t('once.copy')}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {t('once.putAway')}
        </Button>
      </Group>
    </Notice>
  );
}
