import { ActionIcon, Button, Group, Select, Textarea } from '@mantine/core';
import { IconListCheck, IconPlus, IconX } from '@tabler/icons-react';
import { useMemo, type JSX } from 'react';
import type { CellCommentInput, FindingWordsFragment } from '../generated/graphql';
import { useWords } from '../words/use-words';
import { cellPaths } from './cell-paths';
import styles from './decisions.module.css';

interface Props {
  readonly comments: readonly CellCommentInput[];
  readonly findings: readonly FindingWordsFragment[];
  readonly onChange: (comments: readonly CellCommentInput[]) => void;
}

/** Remarks on single cells, chosen in the form's words; the findings' own words can be taken over. */
export function CommentFields({ comments, findings, onChange }: Props): JSX.Element {
  const { t, say } = useWords();
  const withCells = findings.filter(({ cells }) => cells.length > 0);
  const takeOver = (): void => {
    const taken = withCells.map(({ cells, message }) => ({ cell: cells[0] ?? '', text: say(message) }));
    onChange([...comments, ...taken.filter(({ cell }) => comments.every((one) => one.cell !== cell))]);
  };
  return (
    <fieldset className={styles.comments}>
      <legend>{t('moves.comments')}</legend>
      {comments.map((comment, at) => (
        <CommentLine
          key={at}
          comment={comment}
          onChange={(changed) => onChange(comments.map((one, place) => (place === at ? changed : one)))}
          onRemove={() => onChange(comments.filter((_, place) => place !== at))}
        />
      ))}
      <Group gap="xs">
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          data-autofocus
          onClick={() => onChange([...comments, { cell: '', text: '' }])}
        >
          {t('moves.addComment')}
        </Button>
        {withCells.length > 0 && (
          <Button variant="subtle" size="compact-sm" leftSection={<IconListCheck size={14} aria-hidden />} onClick={takeOver}>
            {t('moves.takeOver', { count: withCells.length })}
          </Button>
        )}
      </Group>
    </fieldset>
  );
}

interface LineProps {
  readonly comment: CellCommentInput;
  readonly onChange: (comment: CellCommentInput) => void;
  readonly onRemove: () => void;
}

function CommentLine({ comment, onChange, onRemove }: LineProps): JSX.Element {
  const { t, language } = useWords();
  const cells = useMemo(() => [...cellPaths(language)].map(([value, label]) => ({ value, label })), [language]);
  return (
    <div className={styles.comment}>
      <Select
        aria-label={t('moves.cell')}
        placeholder={t('moves.cell')}
        searchable
        limit={60}
        data={cells}
        value={comment.cell === '' ? null : comment.cell}
        onChange={(cell) => onChange({ ...comment, cell: cell ?? '' })}
      />
      <ActionIcon variant="subtle" color="gray.8" aria-label={t('actions.remove')} onClick={onRemove}>
        <IconX size={16} aria-hidden />
      </ActionIcon>
      <Textarea
        aria-label={t('moves.commentText')}
        placeholder={t('moves.commentText')}
        autosize
        minRows={1}
        value={comment.text}
        onChange={({ currentTarget }) => onChange({ ...comment, text: currentTarget.value })}
      />
    </div>
  );
}
