import { Group, NativeSelect, Pill } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useSearchParams } from 'react-router';
import { ask } from '../../ask/ask';
import { useReader } from '../../frame/use-reader';
import { AgencyNameDocument } from '../../generated/graphql';
import { PlaceSearch } from '../../places/PlaceSearch';
import { useWords } from '../../words/use-words';
import { withParam } from '../../words/with-param';
import styles from './file.module.css';

type Set = (key: string, value: string | null) => void;

/** Whose report and of which year it is to be; both may stay open. */
export function Against(): JSX.Element {
  const { t } = useWords();
  const { platform } = useReader();
  const [params, setParams] = useSearchParams();
  const set: Set = (key, value) => setParams((before) => withParam(before, key, value));
  const years = platform.years.toReversed().map((year) => ({ value: String(year), label: t('overview.year', { year }) }));
  return (
    <Group gap="sm" mb="sm" align="center">
      <AgencyChoice id={params.get('agency')} set={set} />
      <NativeSelect
        aria-label={t('charts.year')}
        value={params.get('year') ?? ''}
        data={[{ value: '', label: t('file.yearAny') }, ...years]}
        onChange={({ currentTarget }) => set('year', currentTarget.value)}
      />
    </Group>
  );
}

function AgencyChoice({ id, set }: { readonly id: string | null; readonly set: Set }): JSX.Element {
  const { t } = useWords();
  const { data } = useQuery({
    queryKey: ['agencyName', id],
    queryFn: () => ask(AgencyNameDocument, { id: id ?? '' }),
    enabled: id !== null,
  });
  if (id !== null) {
    return (
      <Pill
        size="md"
        withRemoveButton
        removeButtonProps={{ 'aria-label': t('actions.remove'), 'aria-hidden': false, tabIndex: 0 }}
        onRemove={() => set('agency', null)}
      >
        {data?.agency?.name ?? '…'}
      </Pill>
    );
  }
  return (
    <div className={styles.search}>
      <PlaceSearch label={t('file.agency')} placeholder={t('file.agencyAny')} only="Agency" onChoose={(place) => set('agency', place.id)} />
    </div>
  );
}
