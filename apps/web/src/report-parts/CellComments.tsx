import { Badge } from '@mantine/core';
import { useMemo, type JSX } from 'react';
import { cellPaths } from '../decisions/cell-paths';
import type { CommentPartsFragment } from '../generated/graphql';
import { printMoment } from '../words/print-time';
import { useWords } from '../words/use-words';
import { AnswerField } from './AnswerField';
import styles from './report-parts.module.css';

const COLORS = { open: 'red.9', answered: 'blue.9', resolved: 'teal.9' } as const;

interface Props {
  readonly comments: readonly CommentPartsFragment[];
  readonly onAnswered?: (() => void) | undefined;
  /** Brings the reader to a cell where its comment is answered; null where that is not on the page. */
  readonly leadTo?: (cell: string) => (() => void) | null;
}

/** What a reviewer said of cells, what became of each, and what the agency says to it. */
export function CellComments({ comments, onAnswered, leadTo }: Props): JSX.Element {
  const { language } = useWords();
  const paths = useMemo(() => cellPaths(language), [language]);
  return (
    <ul className={styles.comments}>
      {comments.map((comment) => {
        const about = paths.get(comment.cell) ?? comment.cell;
        const lead = leadTo?.(comment.cell) ?? null;
        return (
          <li key={comment.id}>
            {lead === null ? (
              <b>{about}</b>
            ) : (
              <button type="button" className={styles.lead} onClick={lead}>
                {about}
              </button>
            )}{' '}
            <SaidOfCell {...{ comment, about, onAnswered }} isAnsweredElsewhere={lead !== null} />
          </li>
        );
      })}
    </ul>
  );
}

interface SaidProps {
  readonly comment: CommentPartsFragment;
  /** The cell in the form's words. */
  readonly about: string;
  readonly onAnswered?: (() => void) | undefined;
  readonly isAnsweredElsewhere?: boolean;
}

/** One comment in its words, by whom, what became of it, and where it is answered. */
export function SaidOfCell({ comment, about, onAnswered, isAnsweredElsewhere = false }: SaidProps): JSX.Element {
  const { t } = useWords();
  const { id, text, by, at, outcome, answers, may } = comment;
  return (
    <>
      {text} <small className="gk-faded">{t('comments.by', { name: by, time: printMoment(at) })}</small>{' '}
      <Badge variant="outline" size="sm" color={COLORS[outcome]}>
        {t(`comments.${outcome}`)}
      </Badge>
      {answers.map((answer) => (
        <blockquote key={answer.at} className={styles.answer}>
          {answer.text} <small>{t('comments.by', { name: answer.by, time: printMoment(answer.at) })}</small>
        </blockquote>
      ))}
      {may.answer && outcome !== 'resolved' && !isAnsweredElsewhere && <AnswerField commentId={id} {...{ about, onAnswered }} />}
    </>
  );
}
