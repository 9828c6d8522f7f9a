import { Group, NativeSelect } from '@mantine/core';
import type { JSX } from 'react';
import { useSearchParams } from 'react-router';
import { useReader } from '../../frame/use-reader';
import { PlaceChoice } from '../../places/PlaceChoice';
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
      <PlaceChoice
        of="Agency"
        id={params.get('agency')}
        label={t('file.agency')}
        placeholder={t('file.agencyAny')}
        className={styles.search}
        onChange={(id) => set('agency', id)}
      />
      <NativeSelect
        aria-label={t('charts.year')}
        value={params.get('year') ?? ''}
        data={[{ value: '', label: t('file.yearAny') }, ...years]}
        onChange={({ currentTarget }) => set('year', currentTarget.value)}
      />
    </Group>
  );
}
