import { indicatorOf } from '@gongkai/catalogue';
import type { SeriesPoint } from '@gongkai/model';
import { Fragment, type JSX } from 'react';
import { useWords } from '../../words/use-words';
import { changeOf } from './change-of';
import { spokenChange } from './ChangeWords';
import { CountedAgencies } from './CountedAgencies';
import type { OverviewParams } from './overview-params';

/** What is said in one sentence: what comes in, what is given, and what is contested. */
const SAID: readonly string[] = ['new_received', 'disclosure_rate', 'review_total', 'litigation_total'];

interface Props {
  readonly points: ReadonlyMap<string, SeriesPoint>;
  readonly params: OverviewParams;
}

/** The latest year against the one before, over the agencies that are counted in both; one step from them by name. */
export function LikeForLike({ points, params }: Props): JSX.Element | null {
  const { t, say, language } = useWords();
  const changes = SAID.flatMap((code) => {
    const point = points.get(code);
    const indicator = indicatorOf(code);
    const change = point === undefined ? null : changeOf(indicator.unit, null, point);
    return change === null || change.kind === 'none'
      ? []
      : [{ code, title: say(indicator.title), words: spokenChange(change, { t, language }) }];
  });
  const [first] = changes;
  const counted = first === undefined ? undefined : points.get(first.code)?.change?.countedNow;
  if (first === undefined || counted === undefined) return null;
  return (
    <>
      {t('verdict.likeBefore')}
      <CountedAgencies
        code={first.code}
        part="panel"
        group={null}
        count={counted}
        words={t('verdict.like', { count: counted })}
        params={params}
      />
      {t('verdict.likeAfter')}
      {changes.map(({ code, title, words }, at) => (
        <Fragment key={code}>
          {at > 0 && t('verdict.comma')}
          {title} {words}
        </Fragment>
      ))}
      {t('verdict.stop')}
    </>
  );
}
