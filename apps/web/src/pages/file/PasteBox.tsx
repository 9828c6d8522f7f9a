import { Button, Textarea } from '@mantine/core';
import { useState, type JSX } from 'react';
import { useWords } from '../../words/use-words';
import styles from './file.module.css';

/** The text of a report, for those who have no file at hand. */
export function PasteBox({ onFile }: { readonly onFile: (file: File) => void }): JSX.Element {
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
