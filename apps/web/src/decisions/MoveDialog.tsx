import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX } from 'react';
import { SHORTEST_EXPLANATION, isExplanation } from '@gongkai/model';
import { FaultNote } from '../feedback/FaultNote';
import { RefusalNote } from '../feedback/RefusalNote';
import type { CellCommentInput, FindingWordsFragment } from '../generated/graphql';
import { useWords } from '../words/use-words';
import { CommentFields } from './CommentFields';
import { ifGone, nextFocus } from './next-focus';
import { useMove, type MoveKind } from './use-move';

/** What is decided about. */
export interface MoveSubject {
  readonly editionId: string;
  /** Agency and year in words. */
  readonly name: string;
  /** The findings whose words may be taken over as comments; empty where they are not at hand. */
  readonly findings: readonly FindingWordsFragment[];
}

interface Props {
  readonly kind: MoveKind;
  readonly subject: MoveSubject;
  readonly onClose: () => void;
}

/** Asks before a decision is carried out; a return and a withdrawal say why, a return after what is said of single cells. */
export function MoveDialog({ kind, subject, onClose }: Props): JSX.Element {
  const { t } = useWords();
  const [focusNext] = useState(() => nextFocus(subject.editionId));
  const close = (): void => {
    onClose();
    focusNext();
  };
  const [why, setWhy] = useState('');
  const [comments, setComments] = useState<readonly CellCommentInput[]>([]);
  const { move, carryOut } = useCarryOut({ kind, subject, onClose: close });
  const returns = kind === 'return';
  return (
    <Modal
      opened
      returnFocus={false}
      onClose={close}
      size={returns ? 'lg' : 'md'}
      title={t(`moves.${kind}Title`, { name: subject.name })}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t(`moves.${kind}Hint`)}
      </Text>
      {returns && <CommentFields comments={comments} findings={subject.findings} onChange={setComments} />}
      <WhyField kind={kind} why={why} onChange={setWhy} />
      {move.data?.__typename === 'Refusal' && <RefusalNote refusal={move.data} />}
      {move.isError && <FaultNote error={move.error} onRetry={() => carryOut(why, comments)} />}
      <Foot
        kind={kind}
        ready={!needsReason(kind) || isExplanation(why)}
        busy={move.isPending}
        onClose={close}
        onGo={() => carryOut(why, comments)}
      />
    </Modal>
  );
}

/** A return and a withdrawal say why; everything else may carry a note. */
const needsReason = (kind: MoveKind): boolean => kind === 'return' || kind === 'withdraw';

interface WhyFieldProps {
  readonly kind: MoveKind;
  readonly why: string;
  readonly onChange: (why: string) => void;
}

function WhyField({ kind, why, onChange }: WhyFieldProps): JSX.Element {
  const { t } = useWords();
  const isNeeded = needsReason(kind);
  return (
    <Textarea
      label={isNeeded ? t(`moves.${kind}Reason`) : t('moves.note')}
      description={isNeeded ? t(`moves.${kind}ReasonHint`, { least: SHORTEST_EXPLANATION }) : undefined}
      required={isNeeded}
      autosize
      minRows={2}
      {...(kind === 'return' ? { mt: 'md' } : { 'data-autofocus': true })}
      value={why}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

interface FootProps {
  readonly kind: MoveKind;
  readonly ready: boolean;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onGo: () => void;
}

function Foot({ kind, ready, busy, onClose, onGo }: FootProps): JSX.Element {
  const { t } = useWords();
  return (
    <Group justify="flex-end" mt="lg">
      <Button variant="default" onClick={onClose}>
        {t('actions.cancel')}
      </Button>
      <Button onClick={onGo} loading={busy} disabled={!ready} {...(needsReason(kind) ? { color: 'red.9' } : {})}>
        {t(`moves.${kind}Confirm`)}
      </Button>
    </Group>
  );
}

interface CarryOut {
  readonly move: ReturnType<typeof useMove>;
  readonly carryOut: (why: string, comments: readonly CellCommentInput[]) => void;
}

/** Carries the decision out and, if it was, says so and closes; a refusal stays in the dialog, or is said beside the page where the row went with it. */
function useCarryOut({ kind, subject, onClose }: Props): CarryOut {
  const { t, say } = useWords();
  const move = useMove();
  const carryOut: CarryOut['carryOut'] = (why, comments) => {
    const kept = comments.filter(({ cell, text }) => cell !== '' && text.trim() !== '');
    void move.mutateAsync({ kind, editionId: subject.editionId, why, comments: kept }).then(
      (answer) => {
        const tell = (message: string, color: string): void => {
          notifications.show({ message, color, closeButtonProps: { 'aria-label': t('actions.close') } });
          onClose();
        };
        if (answer.__typename === 'Edition') tell(t(`moves.${kind}Done`, { name: subject.name }), 'green');
        else ifGone(subject.editionId, () => tell(`${t('refusal.title')}: ${say(answer.message)}`, 'red'));
      },
      () => undefined,
    );
  };
  return { move, carryOut };
}
