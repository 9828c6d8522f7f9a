import { Checkbox, Chip, Group, NativeSelect, Pill, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type JSX } from 'react';
import { useSearchParams } from 'react-router';
import { ask } from '../../ask/ask';
import { useReader } from '../../frame/use-reader';
import { RegionNameDocument } from '../../generated/graphql';
import { PlaceSearch } from '../../places/PlaceSearch';
import { useStateWords } from '../../words/use-state-words';
import { useWords } from '../../words/use-words';
import { withParam } from '../../words/with-param';
import styles from './review.module.css';
import { statesFor } from './review-params';

type Set = (key: string, value: string | null) => void;

/** The filters, all of them in the URL. */
export function ReviewFilters(): JSX.Element {
  const { t } = useWords();
  const { me, platform } = useReader();
  const [params, setParams] = useSearchParams();
  const set: Set = (key, value) => setParams((before) => withParam(before, key, value), { replace: true, preventScrollReset: true });
  return (
    <section className={`sheet ${styles.filters}`} aria-label={t('review.filters')}>
      <Group gap="sm">
        <NativeSelect
          aria-label={t('charts.year')}
          value={params.get('year') ?? ''}
          data={[
            { value: '', label: t('review.allYears') },
            ...platform.years.toReversed().map((year) => ({ value: String(year), label: t('overview.year', { year }) })),
          ]}
          onChange={({ currentTarget }) => set('year', currentTarget.value)}
        />
        <RegionFilter id={params.get('region')} set={set} />
        <TextFilter text={params.get('q') ?? ''} set={set} />
        <Checkbox
          label={t('review.late')}
          checked={params.get('late') === '1'}
          onChange={({ currentTarget }) => set('late', currentTarget.checked ? '1' : null)}
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

function RegionFilter({ id, set }: { readonly id: string | null; readonly set: Set }): JSX.Element {
  const { t } = useWords();
  const { data } = useQuery({
    queryKey: ['regionName', id],
    queryFn: () => ask(RegionNameDocument, { id: id ?? '' }),
    enabled: id !== null,
  });
  if (id !== null) {
    return (
      <Pill
        size="md"
        withRemoveButton
        removeButtonProps={{ 'aria-label': t('actions.remove'), 'aria-hidden': false, tabIndex: 0 }}
        onRemove={() => set('region', null)}
      >
        {data?.region?.name ?? '…'}
      </Pill>
    );
  }
  return (
    <div className={styles.region}>
      <PlaceSearch
        label={t('review.region')}
        placeholder={t('review.allRegions')}
        only="Region"
        onChoose={(place) => set('region', place.id)}
      />
    </div>
  );
}

function TextFilter({ text, set }: { readonly text: string; readonly set: Set }): JSX.Element {
  const { t } = useWords();
  const [typed, setTyped] = useState(text);
  const [seen, setSeen] = useState(text);
  if (text !== seen) {
    setSeen(text);
    if (text !== typed.trim()) setTyped(text);
  }
  const settle = useDebouncedCallback((value: string) => set('q', value), 250);
  return (
    <TextInput
      type="search"
      w={230}
      aria-label={t('review.search')}
      placeholder={t('review.search')}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        settle(value);
      }}
    />
  );
}
