import { Badge } from '@mantine/core';
import { useMemo, type JSX } from 'react';
import { cellPaths } from '../decisions/cell-paths';
import type { CommentPartsFragment } from '../generated/graphql';
import { printMoment } from '../words/print-time';
import { useWords } from '../words/use-words';
import { AnswerField } from './AnswerField';
import styles from './report-parts.module.css';

const COLORS = { open: 'red.9', answered: 'blue.9', resolved: 'teal.9' } as const;

/** What a reviewer said of cells, what became of each, and what the agency says to it. */
export function CellComments({ comments }: { readonly comments: readonly CommentPartsFragment[] }): JSX.Element {
  const { t, language } = useWords();
  const paths = useMemo(() => cellPaths(language), [language]);
  return (
    <ul className={styles.comments}>
      {comments.map(({ id, cell, text, outcome, answers, may }) => (
        <li key={id}>
          <b>{paths.get(cell) ?? cell}</b> {text}{' '}
          <Badge variant="outline" size="sm" color={COLORS[outcome]}>
            {t(`comments.${outcome}`)}
          </Badge>
          {answers.map((answer) => (
            <blockquote key={answer.at}>
              {answer.text} <small>{t('comments.by', { name: answer.by, time: printMoment(answer.at) })}</small>
            </blockquote>
          ))}
          {may.answer && outcome !== 'resolved' && <AnswerField commentId={id} about={paths.get(cell) ?? cell} />}
        </li>
      ))}
    </ul>
  );
}
