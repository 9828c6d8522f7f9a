import { Checkbox, Chip, Group, NativeSelect } from '@mantine/core';
import type { JSX } from 'react';
import { useSearchParams } from 'react-router';
import { SearchField } from '../../feedback/SearchField';
import { useReader } from '../../frame/use-reader';
import { PlaceChoice } from '../../places/PlaceChoice';
import { useStateWords } from '../../words/use-state-words';
import { useWords } from '../../words/use-words';
import { withParam } from '../../words/with-param';
import styles from './review.module.css';
import { statesFor } from './review-params';

type Set = (key: string, value: string | null) => void;

/** The filters, all of them in the URL. */
export function ReviewFilters(): JSX.Element {
  const { t } = useWords();
  const { me } = useReader();
  const [params, setParams] = useSearchParams();
  const set: Set = (key, value) => setParams((before) => withParam(before, key, value), { replace: true, preventScrollReset: true });
  return (
    <section className={`sheet ${styles.filters}`} aria-label={t('review.filters')}>
      <Group gap="sm">
        <YearFilter year={params.get('year') ?? ''} set={set} />
        <PlaceChoice
          of="Region"
          id={params.get('region')}
          label={t('review.region')}
          placeholder={t('review.allRegions')}
          className={styles.region}
          onChange={(id) => set('region', id)}
        />
        <SearchField label={t('review.search')} text={params.get('q') ?? ''} onSettled={(text) => set('q', text)} />
        <Checkbox
          label={t('review.late')}
          checked={params.get('late') === '1'}
          onChange={({ currentTarget }) => set('late', currentTarget.checked ? '1' : null)}
        />
        <Checkbox
          label={t('review.summed')}
          checked={params.get('summed') === '1'}
          onChange={({ currentTarget }) => set('summed', currentTarget.checked ? '1' : null)}
        />
        {me?.role === 'supervisor' && (
          <Checkbox
            label={t('review.awaiting')}
            checked={params.get('awaiting') === '1'}
            onChange={({ currentTarget }) => set('awaiting', currentTarget.checked ? '1' : null)}
          />
        )}
      </Group>
      <StateFilter chosen={(params.get('state') ?? '').split(',').filter((state) => state !== '')} set={set} />
    </section>
  );
}

function StateFilter({ chosen, set }: { readonly chosen: string[]; readonly set: Set }): JSX.Element {
  const { t } = useWords();
  const { me } = useReader();
  const { stateWord } = useStateWords();
  return (
    <Chip.Group multiple value={chosen} onChange={(value) => set('state', value.join(','))}>
      <Group gap={6} role="group" aria-label={t('overview.state')}>
        {statesFor(me?.role).map((state) => (
          <Chip key={state} value={state} size="xs" variant="outline">
            {stateWord(state)}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}

function YearFilter({ year, set }: { readonly year: string; readonly set: Set }): JSX.Element {
  const { t } = useWords();
  const { platform } = useReader();
  const years = platform.years.toReversed().map((each) => ({ value: String(each), label: t('overview.year', { year: each }) }));
  return (
    <NativeSelect
      aria-label={t('charts.year')}
      value={year}
      data={[{ value: '', label: t('review.allYears') }, ...years]}
      onChange={({ currentTarget }) => set('year', currentTarget.value)}
    />
  );
}
