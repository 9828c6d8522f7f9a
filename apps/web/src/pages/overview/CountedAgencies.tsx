import type { JSX } from 'react';
import type { PointPart } from '../../generated/graphql';
import { useWords } from '../../words/use-words';
import { AgenciesDialog } from './AgenciesDialog';
import { AgencyNames, type NamedGroup } from './AgencyNames';
import type { OverviewParams } from './overview-params';

interface Props {
  /** How many they are. */
  readonly count: number;
  /** The count in words. */
  readonly words: string;
  readonly code: string;
  readonly part: PointPart;
  readonly group: NamedGroup | null;
  readonly params: OverviewParams;
}

/** A count of agencies; on pressing it just these, by name: what is counted and what is listed is one question. By another structure than that of the reports it cannot be asked. */
export function CountedAgencies({ count, words, code, part, group, params }: Props): JSX.Element {
  const { t } = useWords();
  if (count === 0 || params.view !== 'as_reported') return <>{words}</>;
  const title = [...(group === null ? [] : [group.name]), t('overview.year', { year: params.to })].join(' · ');
  return (
    <AgenciesDialog opener={words} title={title}>
      <AgencyNames {...{ code, part, group, params }} />
    </AgenciesDialog>
  );
}
