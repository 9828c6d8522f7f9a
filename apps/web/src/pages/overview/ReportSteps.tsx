import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { ask } from '../../ask/ask';
import { FaultNote } from '../../feedback/FaultNote';
import { Waiting } from '../../feedback/Waiting';
import { ReportStepsDocument, type ReportState, type ReportStepsQuery } from '../../generated/graphql';
import { useStateWords } from '../../words/use-state-words';
import { useWords } from '../../words/use-words';
import styles from './overview.module.css';

interface Props {
  readonly regionId: string;
  readonly year: number;
}

type Counts = ReportStepsQuery['reportStates'];

/** From what is not there to what is done; the others only where there are any. */
const STEPS: readonly ReportState[] = ['not_filed', 'returned', 'submitted', 'accepted', 'published'];
const BESIDE: readonly ReportState[] = ['unpublished', 'withdrawn'];

/** Where the reports owed for the year that the figures beside it count stand, each count one step from just these reports. */
export function ReportSteps({ regionId, year }: Props): JSX.Element {
  const { t } = useWords();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['standing', regionId, year],
    queryFn: async () => (await ask(ReportStepsDocument, { filter: { regionId, year, summed: true } })).reportStates,
  });
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Waiting lines={1} />;
  const expected = data.reduce((sum, { reports }) => sum + reports, 0);
  return (
    <nav className={`sheet ${styles.standing}`} aria-label={t('standing.title', { year })}>
      {shownOf(data).map((count) => (
        <Step key={count.state} count={count} query={{ region: regionId, year: String(year), state: count.state }} />
      ))}
      <Link to={listOf({ region: regionId, year: String(year) })} data-whole>
        <span>{t('standing.expected')}</span>
        <b>{expected}</b>
        <small>{t('standing.year', { year })}</small>
      </Link>
    </nav>
  );
}

function shownOf(counts: Counts): Counts {
  const of = (state: ReportState): Counts[number] | undefined => counts.find((count) => count.state === state);
  const none = (state: ReportState): Counts[number] => ({ state, reports: 0, late: 0 });
  return [...STEPS.map((state) => of(state) ?? none(state)), ...BESIDE.flatMap((state) => of(state) ?? [])];
}

interface StepProps {
  readonly count: Counts[number];
  readonly query: Readonly<Record<string, string>>;
}

function Step({ count: { state, reports, late }, query }: StepProps): JSX.Element {
  const { stateWord, lateWord } = useStateWords();
  const word = lateWord({ late: late > 0, state });
  return (
    <Link to={listOf(query)} data-state={state} data-none={reports === 0 || undefined}>
      <span>{stateWord(state)}</span>
      <b>{reports}</b>
      {word !== null && (
        <small>
          {word} {late}
        </small>
      )}
    </Link>
  );
}

/** The list that counts the same. */
function listOf(query: Readonly<Record<string, string>>): string {
  return `/review?${new URLSearchParams({ ...query, summed: '1' }).toString()}`;
}
