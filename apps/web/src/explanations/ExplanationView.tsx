import type { SeriesPoint } from '@gongkai/model';
import { CoverageBadge } from '@gongkai/ui';
import { Button, Stack, Title } from '@mantine/core';
import type { JSX } from 'react';
import { FaultNote } from '../feedback/FaultNote';
import { RefusalNote, type RefusalShown } from '../feedback/RefusalNote';
import { Waiting } from '../feedback/Waiting';
import { useCountedWords } from '../words/use-counted-words';
import { useWords } from '../words/use-words';
import { ContributorList } from './ContributorList';
import styles from './explanations.module.css';
import { LeftOutList } from './LeftOutList';
import { useExplanation, type Explanation, type PickedSeries } from './use-explanation';

/** Formula, coverage, who is in the number and who is not. */
export function ExplanationView({ series, point }: { readonly series: PickedSeries; readonly point: SeriesPoint }): JSX.Element {
  const { t } = useWords();
  const { data, error, isPending, isFetchingNextPage, hasNextPage, refetch, fetchNextPage } = useExplanation(series, point);
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Waiting lines={8} />;
  const refusal = data.pages.find((page): page is RefusalShown & { readonly __typename: 'Refusal' } => page.__typename === 'Refusal');
  if (refusal) return <RefusalNote refusal={refusal} />;
  const pages = data.pages.filter((page): page is Explanation => page.__typename === 'PointExplanation');
  const [first] = pages;
  if (!first) return <Waiting />;
  return (
    <Stack gap="md">
      <Formula explanation={first} />
      <ContributorList
        indicator={point.indicator}
        page={first.contributors}
        items={pages.flatMap(({ contributors }) => contributors.items)}
      />
      <LeftOutList total={first.leftOut.total} items={pages.flatMap(({ leftOut }) => leftOut.items)} />
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('explanation.more')}
        </Button>
      )}
    </Stack>
  );
}

function Formula({
  explanation: { formula, worked, point, indicator, differingTotals },
}: {
  readonly explanation: Explanation;
}): JSX.Element {
  const { t, say } = useWords();
  const countedWords = useCountedWords();
  const { coverage } = point;
  return (
    <section aria-labelledby="explanation-formula">
      <Title order={3} size="h5" id="explanation-formula">
        {t('explanation.formula')}
      </Title>
      <p className={styles.formula}>{say(formula)}</p>
      <p className={styles.worked}>{worked ? say(worked) : t(`explanation.noValue.${point.noValue ?? 'nobody_reported'}`)}</p>
      <p>
        <CoverageBadge expected={coverage.expected} counted={coverage.reported - coverage.leftOut} label={countedWords(coverage)} />{' '}
        {countedWords(coverage)}
      </p>
      {indicator.totalPolicy && (
        <p className="gk-faded" data-differing-totals={differingTotals}>
          <span title={say(indicator.totalPolicy.reason)}>{say(indicator.totalPolicy.says)}</span>
          {differingTotals > 0 && <strong> {t('explanation.differingTotals', { count: differingTotals })}</strong>}
        </p>
      )}
    </section>
  );
}
