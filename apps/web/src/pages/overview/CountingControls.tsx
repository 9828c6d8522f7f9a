import { Group, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useWords } from '../../words/use-words';
import type { Change, OverviewParams } from './overview-params';

/** Which editions are counted, as of which day, and over whom changes are taken. */
export function CountingControls({ params, change }: { readonly params: OverviewParams; readonly change: Change }): JSX.Element {
  const { t } = useWords();
  return (
    <Group gap="xs" className="no-print">
      <NativeSelect
        size="xs"
        aria-label={t('counting.edition')}
        value={params.edition}
        onChange={({ currentTarget: { value } }) => change({ edition: value === 'first_published' ? value : null })}
        data={(['latest', 'first_published'] as const).map((value) => ({ value, label: t(`counting.${value}`) }))}
      />
      <TextInput
        size="xs"
        type="date"
        aria-label={t('counting.asOf')}
        title={t('counting.asOf')}
        value={params.asOf ?? ''}
        onChange={({ currentTarget: { value } }) => change({ as_of: value === '' ? null : value })}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('counting.panel')}
        value={params.panel}
        onChange={(value) => change({ panel: value === 'constant' ? value : null })}
        data={(['all_reporters', 'constant'] as const).map((value) => ({ value, label: t(`counting.${value}`) }))}
      />
    </Group>
  );
}
