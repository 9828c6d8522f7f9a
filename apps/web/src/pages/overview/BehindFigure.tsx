import type { Coverage } from '@gongkai/model';
import { CoverageBadge } from '@gongkai/ui';
import type { JSX } from 'react';
import type { PointPart } from '../../generated/graphql';
import { useCountedWords } from '../../words/use-counted-words';
import { useWords } from '../../words/use-words';
import { AgenciesDialog } from './AgenciesDialog';
import { AgencyNames } from './AgencyNames';
import type { OverviewParams } from './overview-params';

interface Props {
  readonly code: string;
  readonly title: string;
  readonly coverage: Coverage;
  readonly params: OverviewParams;
}

/** Who stands behind a figure as a badge; on pressing it, who does not, by name. By another structure than that of the reports the figure itself is asked. */
export function BehindFigure({ code, title, coverage, params }: Props): JSX.Element {
  const { t } = useWords();
  const countedWords = useCountedWords();
  const constant: readonly PointPart[] = ['panel', 'panel_left', 'panel_joined'];
  const parts: readonly PointPart[] = [
    ...(coverage.missing > 0 ? (['missing'] as const) : []),
    ...(coverage.leftOutBlank > 0 ? (['left_out_blank'] as const) : []),
    ...(coverage.leftOutForm > 0 ? (['left_out_form'] as const) : []),
    ...(params.panel === 'constant' ? constant : []),
  ];
  const badge = (
    <CoverageBadge expected={coverage.expected} counted={coverage.reported - coverage.leftOut} label={countedWords(coverage)} />
  );
  if (params.view !== 'as_reported') return badge;
  return (
    <AgenciesDialog opener={badge} title={t('behind.title', { title, year: params.to })}>
      <p>{countedWords(coverage)}</p>
      {parts.map((part) => (
        <AgencyNames key={part} group={null} {...{ code, part, params }} />
      ))}
    </AgenciesDialog>
  );
}
