import { Button, Group, Loader, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconClipboardText, IconFileText, IconUpload } from '@tabler/icons-react';
import { useRef, useState, type JSX } from 'react';
import { TemplateLinks } from '../../report-parts/TemplateLinks';
import { useWords } from '../../words/use-words';
import styles from './file.module.css';
import { PasteBox } from './PasteBox';

interface Props {
  readonly file: File | null;
  readonly reading: boolean;
  readonly onFile: (file: File) => void;
  /** Whose report of which year is wanted, where that is settled. */
  readonly agencyId?: string | null;
  readonly year?: number | null;
}

/** A file by drop or by button, or its text pasted. What it may be is the platform's to say: it looks at the bytes. */
export function UploadBox({ file, reading, onFile, agencyId = null, year = null }: Props): JSX.Element {
  const { t } = useWords();
  const open = useRef<() => void>(null);
  const [pasting, setPasting] = useState(false);
  const paste = (pasted: File): void => {
    setPasting(false);
    onFile(pasted);
  };
  return (
    <section className={`sheet ${styles.upload}`} aria-label={t('file.upload')} data-compact={file !== null || undefined}>
      <Dropzone
        openRef={open}
        multiple={false}
        enablePointerEvents
        activateOnClick={false}
        activateOnKeyboard={false}
        disabled={reading}
        inputProps={{ 'aria-label': t('file.choose') }}
        onDrop={(files) => files[0] && onFile(files[0])}
        className={styles.dropzone}
      >
        <Group gap="md" wrap="nowrap">
          <WhatIsThere file={file} reading={reading} />
          <Ways file={file} reading={reading} pasting={pasting} onOpen={() => open.current?.()} onPaste={() => setPasting(!pasting)} />
        </Group>
      </Dropzone>
      {pasting && <PasteBox onFile={paste} />}
      {file === null && <TemplateLinks agencyId={agencyId} year={year} />}
    </section>
  );
}

function WhatIsThere({ file, reading }: Pick<Props, 'file' | 'reading'>): JSX.Element {
  const { t } = useWords();
  return (
    <>
      {reading ? <Loader size={28} /> : <IconFileText size={34} stroke={1.2} aria-hidden />}
      <div>
        <Text fw={600}>{reading ? t('file.reading') : file ? file.name : t('file.drop')}</Text>
        <Text size="xs" c="dimmed">
          {t('file.formats')}
        </Text>
      </div>
    </>
  );
}

interface WaysProps extends Pick<Props, 'file' | 'reading'> {
  readonly pasting: boolean;
  readonly onOpen: () => void;
  readonly onPaste: () => void;
}

function Ways({ file, reading, pasting, onOpen, onPaste }: WaysProps): JSX.Element {
  const { t } = useWords();
  return (
    <Group gap="xs" ml="auto">
      <Button variant={file ? 'default' : 'filled'} leftSection={<IconUpload size={16} aria-hidden />} onClick={onOpen} disabled={reading}>
        {file ? t('file.other') : t('file.choose')}
      </Button>
      <Button variant="default" leftSection={<IconClipboardText size={16} aria-hidden />} aria-expanded={pasting} onClick={onPaste}>
        {t('file.paste')}
      </Button>
    </Group>
  );
}
