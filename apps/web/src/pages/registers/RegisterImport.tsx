import { Anchor, Button, FileButton, Group, Text, Title } from '@mantine/core';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useRef, useState, type JSX } from 'react';
import { ask } from '../../ask/ask';
import { client } from '../../ask/client';
import { FaultNote } from '../../feedback/FaultNote';
import { RefusalNote } from '../../feedback/RefusalNote';
import { Waiting } from '../../feedback/Waiting';
import { ImportRegisterDocument, type ImportRegisterMutation, type Register } from '../../generated/graphql';
import { useWords } from '../../words/use-words';
import { RegisterLines } from './RegisterLines';
import styles from './registers.module.css';

type Answer = ImportRegisterMutation['importRegister'];

/** A file of one register: tried as it is chosen, taken in as it is confirmed. */
export function RegisterImport({ register }: { readonly register: Register }): JSX.Element {
  const { t } = useWords();
  const [file, setFile] = useState<File | null>(null);
  const bring = useImport(register);
  const { data, error, isPending } = bring;
  const choose = (chosen: File | null): void => {
    if (chosen === null) return;
    setFile(chosen);
    bring.mutate({ file: chosen, dryRun: true });
  };
  return (
    <section className={`sheet ${styles.part}`} aria-labelledby="register">
      <Title order={2} size="h5" id="register">
        {t(`registers.${register}`)}
      </Title>
      <Text size="sm" c="dimmed">
        {t(`registers.hint.${register}`)} {t('registers.howTo')}
      </Text>
      <Choice register={register} file={file} busy={isPending} onChoose={choose} />
      {isPending && <Waiting lines={4} />}
      {error && <FaultNote error={error} />}
      {!isPending && data?.__typename === 'Refusal' && <RefusalNote refusal={data} />}
      {!isPending && file && data?.__typename === 'RegisterOutcome' && (
        <RegisterLines outcome={data} onTake={() => bring.mutate({ file, dryRun: false })} />
      )}
    </section>
  );
}

function useImport(register: Register): UseMutationResult<Answer, Error, { readonly file: File; readonly dryRun: boolean }> {
  return useMutation({
    mutationFn: async ({ file, dryRun }) => (await ask(ImportRegisterDocument, { register, file, dryRun })).importRegister,
    onSuccess: (answer) => {
      if (answer.__typename === 'RegisterOutcome' && answer.written) void client.invalidateQueries();
    },
  });
}

interface ChoiceProps {
  readonly register: Register;
  readonly file: File | null;
  readonly busy: boolean;
  readonly onChoose: (file: File | null) => void;
}

/** The same file may be chosen again after it was mended. */
function Choice({ register, file, busy, onChoose }: ChoiceProps): JSX.Element {
  const { t } = useWords();
  const forget = useRef<() => void>(null);
  const choose = (chosen: File | null): void => {
    forget.current?.();
    onChoose(chosen);
  };
  return (
    <Group gap="sm" my="sm">
      <FileButton resetRef={forget} onChange={choose} inputProps={{ 'aria-label': t('registers.file') }}>
        {(button) => (
          <Button {...button} loading={busy} leftSection={<IconUpload size={16} aria-hidden />}>
            {file ? t('registers.another') : t('registers.choose')}
          </Button>
        )}
      </FileButton>
      {file && <Text size="sm">{file.name}</Text>}
      <Anchor href={`/templates/${register}.csv`} download size="sm">
        <IconDownload size={14} aria-hidden /> {t('registers.template')}
      </Anchor>
    </Group>
  );
}
