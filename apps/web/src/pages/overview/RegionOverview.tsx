import type { JSX } from 'react';
import { FaultNote } from '../../feedback/FaultNote';
import { NotFoundPage } from '../../feedback/NotFoundPage';
import { Waiting } from '../../feedback/Waiting';
import { useReader } from '../../frame/use-reader';
import { usePageTitle } from '../../words/use-page-title';
import { useWords } from '../../words/use-words';
import { AgenciesHere } from './AgenciesHere';
import { ComparisonCard } from './ComparisonCard';
import { PlaceFigures } from './PlaceFigures';
import type { ChangeParams, OverviewParams } from './overview-params';
import { PlaceHead } from './PlaceHead';
import { RegionsBelow } from './RegionsBelow';
import { RegionVerdict } from './RegionVerdict';
import { ReportSteps } from './ReportSteps';
import { useRegion } from './use-place';

interface Props {
  readonly id: string;
  readonly params: OverviewParams;
  readonly change: ChangeParams;
}

/** A region with all below it. */
export function RegionOverview({ id, params, change }: Props): JSX.Element {
  const { t } = useWords();
  const { me } = useReader();
  const { data, error, isPending, refetch } = useRegion(id);
  const region = data?.region;
  usePageTitle(region?.name ?? t('nav.overview'));
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Waiting lines={8} />;
  if (!region) return <NotFoundPage what={t('notFound.region')} />;
  return (
    <>
      <PlaceHead
        name={region.name}
        kind={[t(`regionLevels.${region.level}`), ...(region.code ? [region.code] : [])].join(' · ')}
        ancestors={region.ancestors}
        place={region}
        params={params}
        change={change}
      />
      {me && me.role !== 'agency' && params.asOf === null && <ReportSteps regionId={id} year={params.to} />}
      <PlaceFigures params={params} verdict={(rows, like) => <RegionVerdict {...{ rows, like, params }} />} />
      <ComparisonCard place={region} params={params} change={change} />
      <RegionsBelow region={region} params={params} />
      <AgenciesHere id={id} year={params.to} asOf={params.asOf} />
    </>
  );
}
