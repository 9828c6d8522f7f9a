import { printExact, wordsOf } from '@gongkai/charts';
import type { SeriesPoint } from '@gongkai/model';
import { CoverageBadge } from '@gongkai/ui';
import { Table, Title } from '@mantine/core';
import type { JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { FaultNote } from '../../feedback/FaultNote';
import { RefusalNote } from '../../feedback/RefusalNote';
import { Waiting } from '../../feedback/Waiting';
import { useWords } from '../../words/use-words';
import { CountedAgencies } from './CountedAgencies';
import styles from './overview.module.css';
import { placeLink, type OverviewParams } from './overview-params';
import type { RegionPlace } from './use-place';
import { BELOW, wasRefused, useSeries, type Rows } from './use-series';

const CODES = ['new_received', 'disclosure_rate'] as const;

/** The region's own agencies and the regions below, with where each stands in the latest year. */
export function RegionsBelow({ region, params }: { readonly region: RegionPlace; readonly params: OverviewParams }): JSX.Element | null {
  const { t } = useWords();
  const { data, error, isPending, isPlaceholderData, refetch } = useSeries({ ...params, from: params.to, codes: CODES, parting: BELOW });
  if (region.children.length === 0) return null;
  return (
    <section className={`sheet ${styles.list}`} aria-labelledby="regions-below" aria-busy={isPlaceholderData}>
      <Title order={2} size="h5" id="regions-below">
        {t('overview.below', { year: params.to })}
      </Title>
      {error ? (
        <FaultNote error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <Waiting lines={region.children.length} />
      ) : wasRefused(data) ? (
        <RefusalNote refusal={data} />
      ) : (
        <RegionTable region={region} params={params} rows={data.rows} />
      )}
    </section>
  );
}

interface TableProps {
  readonly region: RegionPlace;
  readonly params: OverviewParams;
  readonly rows: Rows;
}

function RegionTable({ region, params, rows }: TableProps): JSX.Element {
  const [search] = useSearchParams();
  const below = new Set(region.children.map(({ id }) => id));
  const others = [...new Map(rows.flatMap(({ group }) => (group === null || below.has(group.key) ? [] : [[group.key, group]]))).values()];
  const [own, joint] = [others.filter(({ key }) => key === region.id), others.filter(({ key }) => key !== region.id)];
  return (
    <Table.ScrollContainer minWidth={560} type="native">
      <Table verticalSpacing={6} highlightOnHover className="figures">
        <Heads counted={params.counted} />
        <Table.Tbody>
          {own.map(({ key, name }) => (
            <RegionLine key={key} id={key} name={name} to={null} rows={rows} params={params} />
          ))}
          {region.children.map(({ id, name }) => (
            <RegionLine key={id} id={id} name={name} to={placeLink({ region: id }, search)} rows={rows} params={params} />
          ))}
          {joint.map(({ key, name }) => (
            <RegionLine key={key} id={key} name={name} to={null} rows={rows} params={params} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Heads({ counted }: Pick<OverviewParams, 'counted'>): JSX.Element {
  const { t } = useWords();
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th scope="col">{t('overview.region')}</Table.Th>
        <Table.Th scope="col">{t(`overview.of_${counted}`)}</Table.Th>
        <Table.Th scope="col">{t('overview.lateCount')}</Table.Th>
        <Table.Th scope="col">{t(`overview.missing_${counted}`)}</Table.Th>
        <Table.Th scope="col" className={styles.right}>
          {t('overview.received')}
        </Table.Th>
        <Table.Th scope="col" className={styles.right}>
          {t('overview.disclosed')}
        </Table.Th>
      </Table.Tr>
    </Table.Thead>
  );
}

interface LineProps {
  readonly id: string;
  readonly name: string;
  /** Null for what belongs to the region itself and what several hold jointly. */
  readonly to: string | null;
  readonly rows: Rows;
  readonly params: OverviewParams;
}

function RegionLine({ id, name, to, rows, params }: LineProps): JSX.Element {
  const { t } = useWords();
  const point = (code: string): SeriesPoint | undefined => rows.find(({ indicator, group }) => indicator === code && group?.key === id);
  const received = point('new_received');
  const coverage = received?.coverage;
  const group = { key: id, name };
  return (
    <Table.Tr data-region={id}>
      <Table.Td>{to === null ? name : <Link to={to}>{name}</Link>}</Table.Td>
      <Table.Td>
        {coverage && (
          <CoverageBadge expected={coverage.expected} counted={coverage.reported} label={t('overview.coverage', { ...coverage })} />
        )}
      </Table.Td>
      {(['late', 'missing'] as const).map((part) => (
        <Table.Td key={part} data-part={part}>
          {coverage && (
            <CountedAgencies code={CODES[0]} count={coverage[part]} words={String(coverage[part])} {...{ part, group, params }} />
          )}
        </Table.Td>
      ))}
      <Figure point={received} print={printExact} />
      <Figure point={point('disclosure_rate')} print={(share) => `${(Number(share) * 100).toFixed(1)}%`} />
    </Table.Tr>
  );
}

interface FigureProps {
  readonly point: SeriesPoint | undefined;
  readonly print: (value: string) => string;
}

/** A figure, or which nothing it is. */
function Figure({ point, print }: FigureProps): JSX.Element {
  const { language } = useWords();
  const words = wordsOf(language);
  if (point === undefined) return <Table.Td className={`${styles.right} gk-faded`}>{words.nobodyExpected}</Table.Td>;
  if (point.value !== null) return <Table.Td className={styles.right}>{print(point.value)}</Table.Td>;
  return <Table.Td className={`${styles.right} gk-faded`}>{point.noValue === null ? words.noRow : words.noValue[point.noValue]}</Table.Td>;
}
