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
import { isRefusal, useSeries, type Rows } from './use-series';

const CODES: readonly string[] = ['new_received', 'disclosure_rate'];

/** The regions below with where each stands in the latest year. */
export function RegionsBelow({ region, params }: { readonly region: RegionPlace; readonly params: OverviewParams }): JSX.Element | null {
  const { t } = useWords();
  const [search] = useSearchParams();
  const { data } = useSeries({ ...params, from: params.to, codes: CODES, by: 'region' });
  if (region.children.length === 0) return null;
  const rows: Rows = data && !isRefusal(data) ? data : [];
  return (
    <section className={`sheet ${styles.list}`} aria-labelledby="regions-below">
      <Title order={2} size="h5" id="regions-below">
        {t('overview.below', { year: params.to })}
      </Title>
      <Table.ScrollContainer minWidth={560} type="native">
        <Table verticalSpacing={6} highlightOnHover className="figures">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('overview.region')}</Table.Th>
              <Table.Th scope="col">{t(`overview.of_${params.counted}`)}</Table.Th>
              <Table.Th scope="col">{t('overview.lateCount')}</Table.Th>
              <Table.Th scope="col">{t(`overview.missing_${params.counted}`)}</Table.Th>
              <Table.Th scope="col" className={styles.right}>
                {t('overview.received')}
              </Table.Th>
              <Table.Th scope="col" className={styles.right}>
                {t('overview.disclosed')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {region.children.map(({ id, name }) => (
              <RegionLine key={id} id={id} name={name} to={placeLink({ region: id }, search)} rows={rows} params={params} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}

interface LineProps {
  readonly id: string;
  readonly name: string;
  readonly to: string;
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
      <Table.Td>
        <Link to={to}>{name}</Link>
      </Table.Td>
      <Table.Td>{coverage && <CoverageBadge coverage={coverage} label={t('overview.coverage', { ...coverage })} />}</Table.Td>
      <Table.Td>
        {coverage && coverage.late > 0 ? (
          <Link to={`${list}&late=1&state=submitted,accepted,published`}>{coverage.late}</Link>
        ) : (
          coverage?.late
        )}
      </Table.Td>
      <Table.Td>
        {coverage && coverage.missing > 0 ? (
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
