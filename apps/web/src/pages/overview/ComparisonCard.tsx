import { INDICATORS, findIndicator, indicatorOf } from '@gongkai/catalogue';
import { trendHeight, trendOption, type TrendInput } from '@gongkai/charts';
import { Group, NativeSelect } from '@mantine/core';
import { useMemo, type JSX } from 'react';
import { FaultNote } from '../../feedback/FaultNote';
import { RefusalNote } from '../../feedback/RefusalNote';
import { Waiting } from '../../feedback/Waiting';
import type { GroupBy } from '../../generated/graphql';
import { useWords } from '../../words/use-words';
import { ChartCard } from './ChartCard';
import { foremost } from './foremost';
import styles from './overview.module.css';
import type { Change, OverviewParams } from './overview-params';
import type { RegionPlace } from './use-place';
import { countingOf, csvLink, isRefusal, useSeries, type Rows } from './use-series';

interface Props {
  readonly region: RegionPlace;
  readonly params: OverviewParams;
  readonly change: Change;
}

/** One figure parted by region below, kind of agency or agency; nothing where the URL says `by=none`. */
export function ComparisonCard({ region, params, change }: Props): JSX.Element | null {
  const by: GroupBy = params.by ?? (region.children.length > 0 ? 'region' : 'agency_kind');
  const code = findIndicator(params.indicator)?.code ?? 'new_received';
  const { data, error, isPending, refetch } = useSeries({ ...params, scope: by === 'none' ? null : params.scope, codes: [code], by });
  const controls = <Choices {...{ by, code, change }} />;
  if (by === 'none') return <div className={`sheet ${styles.card}`}>{controls}</div>;
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Waiting />;
  if (isRefusal(data)) return <RefusalNote refusal={data} />;
  return <Comparison {...{ code, by, params, controls }} rows={data} />;
}

/** The panel says what is counted; the lines are named by their group alone. */
const UNSAID = { zh: '', en: '' };

interface ComparisonProps {
  readonly code: string;
  readonly by: GroupBy;
  readonly rows: Rows;
  readonly params: OverviewParams;
  readonly controls: JSX.Element;
}

function Comparison({ code, by, rows, params, controls }: ComparisonProps): JSX.Element {
  const { t, language } = useWords();
  const named = useMemo(() => namedGroups(rows, by, (key) => t(key)), [rows, by, t]);
  const { kept, groups } = useMemo(() => foremost(named, params.to), [named, params.to]);
  const input = useMemo<TrendInput>(() => {
    const { title, unit } = indicatorOf(code);
    const indicators = [{ code, unit, title: UNSAID }];
    return { rows: kept, indicators, panels: [{ title, lines: [code], bars: [] }], language, counted: params.counted, columns: 1 };
  }, [kept, code, language, params.counted]);
  const option = useMemo(() => trendOption(input), [input]);
  return (
    <ChartCard
      id="comparison"
      title={t('charts.comparison')}
      option={option}
      input={{ ...input, rows: named }}
      height={trendHeight(input)}
      csv={csvLink({ ...params, codes: [code], by })}
      series={{ ...countingOf(params), by }}
      wide
      controls={controls}
      note={groups.length > 0 ? t('charts.foremost', { shown: groups.length }) : null}
    />
  );
}

/** Kinds of agencies come as codes and are named here. */
function namedGroups(rows: Rows, by: GroupBy, t: (key: string) => string): Rows {
  if (by !== 'agency_kind') return rows;
  return rows.map((row) => (row.group === null ? row : { ...row, group: { ...row.group, name: t(`agencyKinds.${row.group.key}`) } }));
}

function Choices({ by, code, change }: { readonly by: GroupBy; readonly code: string; readonly change: Change }): JSX.Element {
  const { t, say } = useWords();
  const groupings: readonly GroupBy[] = ['region', 'agency_kind', 'agency', 'system', 'none'];
  return (
    <Group gap="xs" className="no-print">
      <NativeSelect
        size="xs"
        aria-label={t('charts.indicator')}
        value={code}
        data={INDICATORS.map((indicator) => ({ value: indicator.code, label: say(indicator.title) }))}
        onChange={({ currentTarget }) => change({ indicator: currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        aria-label={t('charts.by')}
        value={by}
        data={groupings.map((value) => ({ value, label: t(`groupings.${value}`) }))}
        onChange={({ currentTarget }) => change({ by: currentTarget.value })}
      />
    </Group>
  );
}
