import { Notice } from '@gongkai/ui';
import { Button, Group, Text } from '@mantine/core';
import { useState, type JSX } from 'react';
import type { ImportRegisterMutation } from '../../generated/graphql';
import { ColumnTable, type TableColumn } from '../../tables/ColumnTable';
import { useWords } from '../../words/use-words';
import styles from './registers.module.css';

type RegisterOutcomeShown = Extract<ImportRegisterMutation['importRegister'], { __typename: 'RegisterOutcome' }>;
type Line = RegisterOutcomeShown['lines'][number] & { readonly id: string };

/** How many lines are listed at first, and more at each step. */
const STEP = 200;

/** What each line would do or did; refused lines stand first, and none is taken in while there is one. */
export function RegisterLines({ outcome, onTake }: { readonly outcome: RegisterOutcomeShown; readonly onTake: () => void }): JSX.Element {
  const { t } = useWords();
  const { written, added, unchanged, refused } = outcome;
  const counts = t('registers.counts', { added, unchanged, refused });
  return (
    <>
      {refused > 0 && (
        <Notice tone="refusal" title={t('registers.notTaken')}>
          {t('registers.mend')} {counts}
        </Notice>
      )}
      {refused === 0 && (
        <Notice tone="info" title={written ? t('registers.taken') : t('registers.tried')}>
          {counts} {written && outcome.lines.some(({ password }) => password) && t('registers.passwordsOnce')}
        </Notice>
      )}
      {refused === 0 && !written && added > 0 && (
        <Group my="sm">
          <Button onClick={onTake}>{t('registers.take', { count: added })}</Button>
        </Group>
      )}
      <Lines outcome={outcome} />
    </>
  );
}

function Lines({ outcome }: { readonly outcome: RegisterOutcomeShown }): JSX.Element {
  const { t } = useWords();
  const [most, setMost] = useState(STEP);
  const columns = useLineColumns(outcome.lines.some(({ password }) => password));
  const isRefused = ({ action }: { readonly action: string }): boolean => action === 'refused';
  const lines = [...outcome.lines.filter(isRefused), ...outcome.lines.filter((line) => !isRefused(line))].map((line) => ({
    ...line,
    id: String(line.line),
  }));
  return (
    <>
      <ColumnTable rowsOf="line" items={lines.slice(0, most)} columns={columns} minWidth={620} />
      <div className={styles.foot}>
        <Text size="sm" c="dimmed" role="status">
          {t('registers.shown', { shown: Math.min(most, lines.length), total: lines.length })}
        </Text>
        {lines.length > most && (
          <Button variant="default" size="xs" onClick={() => setMost(most + STEP)}>
            {t('registers.more')}
          </Button>
        )}
      </div>
    </>
  );
}

function useLineColumns(withPasswords: boolean): readonly TableColumn<Line>[] {
  const { t, say } = useWords();
  const password: TableColumn<Line> = { head: t('accounts.firstPassword'), of: (line) => line.password && <code>{line.password}</code> };
  return [
    {
      head: t('registers.line'),
      isRowHead: true,
      of: ({ line }) => <span className={styles.short}>{t('registers.lineNumber', { line })}</span>,
    },
    { head: t('registers.what'), of: ({ what }) => <span className={styles.what}>{what}</span> },
    { head: t('registers.becomes'), of: ({ action }) => <span className={styles.short}>{t(`registers.actions.${action}`)}</span> },
    { head: t('registers.why'), of: ({ problem }) => problem && say(problem) },
    ...(withPasswords ? [password] : []),
  ];
}
