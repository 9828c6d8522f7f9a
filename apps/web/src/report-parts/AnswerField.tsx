import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type JSX } from 'react';
import { ask } from '../ask/ask';
import { client } from '../ask/client';
import { FaultNote } from '../feedback/FaultNote';
import { RefusalNote } from '../feedback/RefusalNote';
import { AnswerDocument } from '../generated/graphql';
import { useWords } from '../words/use-words';

interface Props {
  readonly commentId: string;
  /** Its cell in words. */
  readonly about: string;
  readonly onAnswered?: (() => void) | undefined;
}

/** The agency's answer to one comment. */
export function AnswerField({ commentId, about, onAnswered }: Props): JSX.Element {
  const { t } = useWords();
  const [text, setText] = useState('');
  const answer = useMutation({
    mutationFn: async () => (await ask(AnswerDocument, { id: commentId, text })).answerComment,
    onSuccess: async ({ __typename }) => {
      if (__typename !== 'Refusal') {
        setText('');
        onAnswered?.();
      }
      await client.invalidateQueries();
    },
  });
  return (
    <div className="no-print">
      <Textarea
        size="xs"
        mt={6}
        aria-label={t('comments.answerTo', { cell: about })}
        placeholder={t('comments.answerHint')}
        autosize
        minRows={1}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {answer.data?.__typename === 'Refusal' && <RefusalNote refusal={answer.data} />}
      {answer.isError && <FaultNote error={answer.error} />}
      {text.trim() !== '' && (
        <Button size="compact-xs" mt={6} loading={answer.isPending} onClick={() => answer.mutate()}>
          {t('comments.answer')}
        </Button>
      )}
    </div>
  );
}
