import type { JSX } from 'react';
import { FaultNote } from '../../feedback/FaultNote';
import { NotFoundPage } from '../../feedback/NotFoundPage';
import { Waiting } from '../../feedback/Waiting';
import { usePageTitle } from '../../words/use-page-title';
import { useWords } from '../../words/use-words';
import { AgencyVerdict } from './AgencyVerdict';
import { AgencyYears } from './AgencyYears';
import { ComparisonCard } from './ComparisonCard';
import { PlaceFigures } from './PlaceFigures';
import type { ChangeParams, OverviewParams } from './overview-params';
import { PlaceHead } from './PlaceHead';
import { Successions } from './Successions';
import { useAgency } from './use-place';

interface Props {
  readonly id: string;
  readonly params: OverviewParams;
  readonly change: ChangeParams;
}

/** One agency by itself. */
export function AgencyOverview({ id, params, change }: Props): JSX.Element {
  const { t } = useWords();
  const { data, error, isPending, refetch } = useAgency(id);
  const agency = data?.agency;
  usePageTitle(agency?.name ?? t('nav.overview'));
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Waiting lines={8} />;
  if (!agency) return <NotFoundPage what={t('notFound.agency')} />;
  return (
    <>
      <PlaceHead
        name={agency.name}
        kind={t(`agencyKinds.${agency.kind}`)}
        ancestors={[...agency.region.ancestors, agency.region]}
        place={null}
        params={params}
        change={change}
      />
      <Successions agency={agency} />
      <PlaceFigures params={params} verdict={() => <AgencyVerdict agency={agency} year={params.to} isNow={params.asOf !== null} />} />
      <ComparisonCard place={null} params={params} change={change} />
      <AgencyYears agency={agency} asOf={params.asOf} />
    </>
  );
}
