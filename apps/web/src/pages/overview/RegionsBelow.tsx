import { printExact } from '@gongkai/charts';
import type { SeriesPoint } from '@gongkai/model';
import { CoverageBadge } from '@gongkai/ui';
import { Table, Title } from '@mantine/core';
import type { JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useWords } from '../../words/use-words';
import styles from './overview.module.css';
import { outstanding } from './outstanding';
import { placeLink, type OverviewParams } from './overview-params';
import type { RegionPlace } from './use-place';
import { BELOW, wasRefused, useSeries, type Rows } from './use-series';

const CODES: readonly string[] = ['new_received', 'disclosure_rate'];

/** The regions below with where each stands in the latest year. */
export function RegionsBelow({ region, params }: { readonly region: RegionPlace; readonly params: OverviewParams }): JSX.Element | null {
  const { t } = useWords();
  const [search] = useSearchParams();
  const { data } = useSeries({ ...params, from: params.to, codes: CODES, parting: BELOW });
  if (region.children.length === 0) return null;
  const rows: Rows = data && !wasRefused(data) ? data.rows : [];
  const places = new Set([region.id, ...region.children.map(({ id }) => id)]);
  const joint = [...new Map(rows.flatMap(({ group }) => (group === null || places.has(group.key) ? [] : [[group.key, group]]))).values()];
  return (
    <section className={`sheet ${styles.list}`} aria-labelledby="regions-below">
      <Title order={2} size="h5" id="regions-below">
        {t('overview.below', { year: params.to })}
      </Title>
      <Table.ScrollContainer minWidth={560} type="native">
        <Table verticalSpacing={6} highlightOnHover className="figures">
          <Heads counted={params.counted} />
          <Table.Tbody>
            {region.children.map(({ id, name }) => (
              <RegionLine key={id} id={id} name={name} to={placeLink({ region: id }, search)} rows={rows} params={params} />
            ))}
            {joint.map(({ key, name }) => (
              <RegionLine key={key} id={key} name={name} to={null} rows={rows} params={params} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
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
  /** Null for what several regions hold jointly. */
  readonly to: string | null;
  readonly rows: Rows;
  readonly params: OverviewParams;
}

function RegionLine({ id, name, to, rows, params }: LineProps): JSX.Element {
  const { t } = useWords();
  const point = (code: string): SeriesPoint | undefined => rows.find(({ indicator, group }) => indicator === code && group?.key === id);
  const received = point('new_received');
  const rate = point('disclosure_rate')?.value;
  const coverage = received?.coverage;
  const list = `/review?region=${id}&year=${params.to}`;
  return (
    <Table.Tr>
      <Table.Td>{to === null ? name : <Link to={to}>{name}</Link>}</Table.Td>
      <Table.Td>{coverage && <CoverageBadge coverage={coverage} label={t('overview.coverage', { ...coverage })} />}</Table.Td>
      <Table.Td>
        {coverage && to !== null && coverage.late > 0 ? (
          <Link to={`${list}&late=1&state=submitted,accepted,published`}>{coverage.late}</Link>
        ) : (
          coverage?.late
        )}
      </Table.Td>
      <Table.Td>
        {coverage && to !== null && coverage.missing > 0 ? (
          <Link to={`${list}&state=${outstanding(params.counted)}`}>{coverage.missing}</Link>
        ) : (
          coverage?.missing
        )}
      </Table.Td>
      <Table.Td className={styles.right}>{received?.value == null ? t('overview.noFigure') : printExact(received.value)}</Table.Td>
      <Table.Td className={styles.right}>{rate == null ? t('overview.noFigure') : `${(Number(rate) * 100).toFixed(1)}%`}</Table.Td>
    </Table.Tr>
  );
}
