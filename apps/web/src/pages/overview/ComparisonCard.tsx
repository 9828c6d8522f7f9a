import { findIndicator, FORMS, indicatorOf } from '@gongkai/catalogue';
import { trendHeight, trendOption, type TrendInput } from '@gongkai/charts';
import { applicantsOf, isByCells, outcomesOf } from '@gongkai/indicators';
import type { Coverage, SeriesPoint } from '@gongkai/model';
import { useMemo, type JSX } from 'react';
import { FaultNote } from '../../feedback/FaultNote';
import { RefusalNote } from '../../feedback/RefusalNote';
import { Waiting } from '../../feedback/Waiting';
import type { GroupBy } from '../../generated/graphql';
import { filteredTitle } from '../../words/filtered-title';
import { useWords, type Speaker } from '../../words/use-words';
import { ChartCard } from './ChartCard';
import { ComparisonBar } from './ComparisonBar';
import { foremost } from './foremost';
import { groupingOf, offersOf, type RegionLevels } from './offers';
import styles from './overview.module.css';
import type { ChangeParams, OverviewParams } from './overview-params';
import { pickFilter, wasRefused, useSeries, type Parting, type Rows, type SeriesLoaded } from './use-series';

interface Props {
  readonly place: RegionLevels;
  readonly params: OverviewParams;
  readonly change: ChangeParams;
}

/** One figure of a place, parted by who reported or by what the cells of section three say. */
export function ComparisonCard({ place, params: read, change }: Props): JSX.Element {
  const params = { ...read, indicator: findIndicator(read.indicator)?.code ?? 'new_received' };
  const { t } = useWords();
  const offers = offersOf(params, place);
  const parting: Parting = { ...params, by: groupingOf(params, offers) };
  const asked = { ...params, codes: [params.indicator], parting };
  const { data, error, isPending, isPlaceholderData, refetch } = useSeries(asked);
  const bar = <ComparisonBar {...{ params, change, place, offers }} />;
  if (data && !wasRefused(data)) return <Comparison bar={bar} seen={data} busy={isPlaceholderData} />;
  return (
    <section className={`sheet ${styles.card}`} aria-label={t('charts.comparison')}>
      {bar}
      {error ? <FaultNote error={error} onRetry={() => void refetch()} /> : isPending ? <Waiting /> : <RefusalNote refusal={data} />}
    </section>
  );
}

/** The panel says what is counted; the lines are named by their group alone. */
const UNSAID = { zh: '', en: '' };

interface ComparisonProps {
  readonly seen: SeriesLoaded;
  readonly bar: JSX.Element;
  readonly busy: boolean;
}

function Comparison({ seen: { asked, rows, groups }, bar, busy }: ComparisonProps): JSX.Element {
  const { t, say, language } = useWords();
  const { counted, to, codes, parting } = asked;
  const code = codes[0] ?? '';
  const named = useMemo(() => namedGroups(rows, (group) => nameOf(group, parting.by, { t, say })), [rows, parting.by, t, say]);
  const { kept, groups: foremostGroups } = useMemo(() => foremost(named, to), [named, to]);
  const input = useMemo<TrendInput>(() => {
    const { title: whole, unit } = indicatorOf(code);
    const title = filteredTitle(whole, pickFilter(parting));
    const indicators = [{ code, unit, title: UNSAID }];
    return { rows: kept, indicators, panels: [{ title, lines: [code], bars: [] }], language, counted, columns: 1 };
  }, [kept, code, parting, language, counted]);
  const option = useMemo(() => trendOption(input), [input]);
  const coverage = groups.total > groups.shown ? null : coverageIn(rows, to, parting.by);
  const notes = [
    ...(coverage === null ? [] : [t('charts.behind', { year: to, ...coverage })]),
    ...(foremostGroups.length > 0 ? [t('charts.foremost', { shown: foremostGroups.length })] : []),
    ...(groups.total > groups.shown ? [t('charts.groupsShown', { ...groups })] : []),
  ];
  return (
    <ChartCard
      id="comparison"
      title={t('charts.comparison')}
      option={option}
      input={{ ...input, rows: named }}
      height={trendHeight(input)}
      asked={asked}
      wide
      busy={busy}
      controls={bar}
      note={notes.length > 0 ? notes.join(' ') : null}
    />
  );
}

type Reported = Pick<Coverage, 'expected' | 'reported' | 'missing'>;

/** Who reported on a year, all groups together: agencies are parted by every grouping but those of cells, where each group is of all. */
function coverageIn(rows: Rows, year: number, by: GroupBy): Reported | null {
  const [first, ...others] = rows.filter((row) => row.year === year).map(({ coverage }) => coverage);
  if (first === undefined) return null;
  if (isByCells(by)) return first;
  return others.reduce<Reported>(
    (all, { expected, reported, missing }) => ({
      expected: all.expected + expected,
      reported: all.reported + reported,
      missing: all.missing + missing,
    }),
    first,
  );
}

type Group = NonNullable<SeriesPoint['group']>;

function namedGroups(rows: Rows, name: (group: Group) => string): Rows {
  return rows.map((row) => (row.group === null ? row : { ...row, group: { ...row.group, name: name(row.group) } }));
}

/** Kinds of agencies come as codes, applicants and outcomes in Chinese; they are named here in the reader's language. */
function nameOf({ key, name }: Group, by: GroupBy, { t, say }: Pick<Speaker, 't' | 'say'>): string {
  if (by === 'agency_kind') return t(`agencyKinds.${key}`);
  if (by === 'outcome_group') return say(indicatorOf(key).title);
  const lines = by === 'applicant' ? applicantsOf(FORMS) : by === 'outcome' ? FORMS.flatMap(outcomesOf) : [];
  const line = lines.find(({ code }) => code === key);
  return line ? say(line.label) : name;
}
