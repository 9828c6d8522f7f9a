import { Anchor, Breadcrumbs, Group, NativeSelect, Title } from '@mantine/core';
import type { JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useReader } from '../../frame/use-reader';
import { useWords } from '../../words/use-words';
import { CountingLine } from './CountingLine';
import type { RegionLevels } from './offers';
import styles from './overview.module.css';
import { placeLink, type ChangeParams, type OverviewParams } from './overview-params';

interface Props {
  readonly name: string;
  readonly kind: string;
  readonly ancestors: readonly { readonly id: string; readonly name: string }[];
  /** What may be chosen depends on it; null for an agency. */
  readonly place: RegionLevels;
  readonly params: OverviewParams;
  readonly change: ChangeParams;
}

/** Where one is, of which years, and how is counted. */
export function PlaceHead({ name, kind, ancestors, place, params, change }: Props): JSX.Element {
  const { t } = useWords();
  const [search] = useSearchParams();
  return (
    <div className={styles.head}>
      <div>
        {ancestors.length > 0 && (
          <Breadcrumbs separator="›" separatorMargin={6} aria-label={t('places.path')} component="nav">
            {ancestors.map(({ id, name: ancestor }) => (
              <Anchor key={id} component={Link} to={placeLink({ region: id }, search)} size="sm">
                {ancestor}
              </Anchor>
            ))}
          </Breadcrumbs>
        )}
        <Title order={1} size="h3">
          {name} <small>{kind}</small>
        </Title>
      </div>
      <Years params={params} change={change} />
      <CountingLine params={params} change={change} place={place} />
    </div>
  );
}

function Years({ params, change }: Pick<Props, 'params' | 'change'>): JSX.Element {
  const { t } = useWords();
  const { platform } = useReader();
  const years = platform.years.map((year) => ({ value: String(year), label: t('overview.year', { year }) }));
  return (
    <Group gap="xs" className="no-print">
      <NativeSelect
        size="xs"
        aria-label={t('overview.from')}
        data={years}
        value={String(params.from)}
        onChange={({ currentTarget: { value } }) => change({ from: value, ...(Number(value) > params.to ? { to: value } : {}) })}
      />
      <span aria-hidden>–</span>
      <NativeSelect
        size="xs"
        aria-label={t('overview.to')}
        data={years}
        value={String(params.to)}
        onChange={({ currentTarget: { value } }) => change({ to: value, ...(Number(value) < params.from ? { from: value } : {}) })}
      />
    </Group>
  );
}
