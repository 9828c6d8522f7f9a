import type { JSX } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../ask/ask';
import { FaultNote } from '../../feedback/FaultNote';
import { IgnoredValues } from '../../feedback/IgnoredValues';
import { Waiting } from '../../feedback/Waiting';
import { useReader } from '../../frame/use-reader';
import { RootRegionsDocument } from '../../generated/graphql';
import type { Session } from '../../session/use-session';
import { useWords } from '../../words/use-words';
import { AgencyOverview } from './AgencyOverview';
import styles from './overview.module.css';
import { OverviewAside } from './OverviewAside';
import { ignoredIn, placeLink, useOverviewParams, type Scope } from './overview-params';
import { RegionOverview } from './RegionOverview';
import { usePlacePath } from './use-place';

/** Figures of a region or an agency, year over year. */
export function OverviewPage(): JSX.Element {
  const { platform } = useReader();
  const [search] = useSearchParams();
  const [params, change] = useOverviewParams(platform.years);
  const { scope } = params;
  const path = usePlacePath(scope);
  if (scope === null) return <FirstPlace />;
  return (
    <div className={styles.columns}>
      <OverviewAside scope={scope} path={path} />
      <main id="content" tabIndex={-1} className={styles.main}>
        <IgnoredValues ignored={ignoredIn(search, platform.years)} />
        {'agency' in scope ? (
          <AgencyOverview key={scope.agency} id={scope.agency} params={params} change={change} />
        ) : (
          <RegionOverview key={scope.region} id={scope.region} params={params} change={change} />
        )}
      </main>
    </div>
  );
}

/** Without a place in the URL: the reader's own, or the first region there is. */
function FirstPlace(): JSX.Element {
  const { t } = useWords();
  const { me } = useReader();
  const [params] = useSearchParams();
  const own = ownPlace(me);
  const roots = useQuery({ queryKey: ['roots'], queryFn: () => ask(RootRegionsDocument, {}), enabled: own === null });
  const [first] = roots.data?.rootRegions ?? [];
  const scope = own ?? (first ? { region: first.id } : null);
  if (scope !== null) return <Navigate to={placeLink(scope, params)} replace />;
  return (
    <main id="content">
      {roots.isError ? (
        <FaultNote error={roots.error} onRetry={() => void roots.refetch()} />
      ) : roots.isPending ? (
        <Waiting />
      ) : (
        <p>{t('overview.noRegions')}</p>
      )}
    </main>
  );
}

function ownPlace(me: Session['me']): Scope | null {
  if (me?.agency) return { agency: me.agency.id };
  return me?.region ? { region: me.region.id } : null;
}
