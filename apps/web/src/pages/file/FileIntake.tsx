import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState, type JSX } from 'react';
import { ConfirmDialog } from '../../feedback/ConfirmDialog';
import { FaultNote } from '../../feedback/FaultNote';
import { RefusalNote } from '../../feedback/RefusalNote';
import { useWords } from '../../words/use-words';
import { typedOnDesk, type TypedOnDesk } from './typed-on-desk';
import { UploadBox } from './UploadBox';
import type { YearDesk } from './use-year-desk';

interface Props {
  readonly desk: YearDesk;
  readonly onRead: () => void;
}

/** A file for the desk, by drop, button or paste of its text: what it says becomes what the draft says. What somebody typed is replaced only after asking. */
export function FileIntake({ desk, onRead }: Props): JSX.Element {
  const { agency, report, draft } = desk;
  const { t } = useWords();
  const [chosen, setChosen] = useState<File | null>(null);
  const [asked, setAsked] = useState<{ readonly file: File; readonly typed: TypedOnDesk } | null>(null);
  const reading = useMutation({
    mutationFn: ({ file }: { readonly file: File; readonly isReplacing: boolean }) => draft.readFile(file),
    onSuccess: (refusal, { file, isReplacing }) => {
      if (refusal !== null) return;
      const message = t('file.replaced', { name: file.name });
      if (isReplacing) notifications.show({ message, closeButtonProps: { 'aria-label': t('actions.close') } });
      onRead();
    },
  });
  const read = (file: File, isReplacing: boolean): void => {
    setAsked(null);
    setChosen(file);
    reading.mutate({ file, isReplacing });
  };
  const take = (file: File): void => {
    const typed = typedOnDesk(desk);
    if (typed === null) read(file, false);
    else setAsked({ file, typed });
  };
  return (
    <>
      <UploadBox file={chosen} reading={reading.isPending} onFile={take} agencyId={agency.id} year={report.year} />
      {asked && <Replacing {...asked} onClose={() => setAsked(null)} onConfirm={() => read(asked.file, true)} />}
      {reading.isError && <FaultNote error={reading.error} onRetry={() => reading.mutate(reading.variables)} />}
      {reading.data && <RefusalNote refusal={reading.data} />}
    </>
  );
}

interface ReplacingProps {
  readonly file: File;
  readonly typed: TypedOnDesk;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

function Replacing({ file, typed, ...dialog }: ReplacingProps): JSX.Element {
  const { t } = useWords();
  const text = t('file.replaceHint', { name: file.name, ...typed });
  return <ConfirmDialog {...dialog} opened title={t('file.replaceTitle')} text={text} action={t('file.replaceTake')} first="cancel" />;
}
