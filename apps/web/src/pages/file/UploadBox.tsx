import { Button, Group, Loader, Text, Textarea } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconClipboardText, IconFileText, IconUpload } from '@tabler/icons-react';
import { useRef, useState, type JSX } from 'react';
import { useWords } from '../../words/use-words';
import styles from './file.module.css';

interface Props {
  readonly file: File | null;
  readonly reading: boolean;
  readonly onFile: (file: File) => void;
}

/** A file by drop or by button, or its text pasted. What it may be is the platform's to say: it looks at the bytes. */
export function UploadBox({ file, reading, onFile }: Props): JSX.Element {
  const { t } = useWords();
  const open = useRef<() => void>(null);
  const [pasting, setPasting] = useState(false);
  return (
    <section className={`sheet ${styles.upload}`} aria-label={t('file.upload')} data-compact={file !== null || undefined}>
      <Dropzone
        openRef={open}
        multiple={false}
        activateOnClick={false}
        activateOnKeyboard={false}
        disabled={reading}
        inputProps={{ 'aria-label': t('file.choose') }}
        onDrop={(files) => files[0] && onFile(files[0])}
        className={styles.dropzone}
      >
        <Group gap="md" wrap="nowrap">
          {reading ? <Loader size={28} /> : <IconFileText size={34} stroke={1.2} aria-hidden />}
          <div>
            <Text fw={600}>{reading ? t('file.reading') : file ? file.name : t('file.drop')}</Text>
            <Text size="xs" c="dimmed">
              {t('file.formats')}
            </Text>
          </div>
          <Group gap="xs" ml="auto">
            <Button variant={file ? 'default' : 'filled'} leftSection={<IconUpload size={16} aria-hidden />} onClick={() => open.current?.()} disabled={reading}>
              {file ? t('file.other') : t('file.choose')}
            </Button>
            <Button variant="default" leftSection={<IconClipboardText size={16} aria-hidden />} aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
              {t('file.paste')}
            </Button>
          </Group>
        </Group>
      </Dropzone>
      {pasting && <PasteBox onFile={(pasted) => { setPasting(false); onFile(pasted); }} />}
    </section>
  );
}

function PasteBox({ onFile }: { readonly onFile: (file: File) => void }): JSX.Element {
  const { t } = useWords();
  const [text, setText] = useState('');
  return (
    <div className={styles.paste}>
      <Textarea
        label={t('file.pasteLabel')}
        description={t('file.pasteHint')}
        minRows={8}
        maxRows={20}
        autosize
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Button mt="sm" disabled={text.trim() === ''} onClick={() => onFile(new File([text], t('file.pastedName'), { type: 'text/plain' }))}>
        {t('file.check')}
      </Button>
    </div>
  );
}
