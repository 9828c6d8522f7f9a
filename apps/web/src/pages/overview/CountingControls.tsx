import { Group, SegmentedControl, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useReader } from '../../frame/use-reader';
import { useWords } from '../../words/use-words';
import { Chooser } from './Chooser';
import { lettingGo, offersOf, type RegionLevels, type Reason } from './offers';
import { type ChangeParams, type OverviewParams, VIEWS } from './overview-params';
import { Reasons } from './Reasons';

interface Props {
  readonly params: OverviewParams;
  readonly change: ChangeParams;
  readonly place: RegionLevels;
}

const REASONS = 'counting-reasons';

/** Which editions are counted, as of which day, under which organisations, and over whom changes are taken. */
export function CountingControls({ params, change, place }: Props): JSX.Element {
  const { t } = useWords();
  const { views, past, panel } = offersOf(params, place);
  const reasons = [...views.map(({ refused }) => refused), past, panel];
  const described = reasons.some((reason) => reason !== null) ? REASONS : undefined;
  return (
    <>
      <Group gap="xs" align="flex-end" role="group" aria-label={t('counting.bar')}>
        <Chooser
          label={t('views.label')}
          value={params.view}
          reasons={described}
          options={views.map(({ value, refused }) => ({ value, label: t(`views.${value}`), disabled: refused !== null }))}
          onChoose={(value) => {
            const view = VIEWS.find((known) => known === value) ?? 'as_reported';
            change({ view: view === 'as_reported' ? null : view, ...lettingGo({ ...params, view }, place) });
          }}
        />
        <PastControls {...{ params, change, described }} refused={past} />
        <PanelControl {...{ params, change, described }} refused={panel} />
        <StateControl params={params} change={change} />
      </Group>
      <Reasons id={REASONS} of={reasons} />
    </>
  );
}

interface ControlProps extends Omit<Props, 'place'> {
  readonly described: string | undefined;
  readonly refused: Reason | null;
}

/** The latest editions or the first ones, and as of which day. */
function PastControls({ params, change, described, refused }: ControlProps): JSX.Element {
  const { t } = useWords();
  return (
    <>
      <Chooser
        label={t('counting.edition')}
        value={params.edition}
        reasons={described}
        options={(['latest', 'first_published'] as const).map((value) => ({
          value,
          label: t(`counting.${value}`),
          disabled: value !== 'latest' && refused !== null,
        }))}
        onChoose={(value) => change({ edition: value === 'first_published' ? value : null })}
      />
      <TextInput
        size="xs"
        type="date"
        label={t('counting.asOf')}
        value={params.asOf ?? ''}
        disabled={refused !== null && params.asOf === null}
        aria-describedby={described}
        onChange={({ currentTarget: { value } }) => change({ as_of: value === '' ? null : value })}
      />
    </>
  );
}

/** What is published, or what was accepted too; the latter is told to accounts. */
function StateControl({ params, change }: Pick<Props, 'params' | 'change'>): JSX.Element | null {
  const { t } = useWords();
  const { me } = useReader();
  if (!me) return null;
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('overview.counted')}
      value={params.counted}
      onChange={(value) => change({ state: value === 'accepted' ? value : null })}
      data={(['published', 'accepted'] as const).map((value) => ({ value, label: t(`overview.${value}`) }))}
    />
  );
}

/** Over whom changes from the year before are taken. */
function PanelControl({ params, change, described, refused }: ControlProps): JSX.Element {
  const { t } = useWords();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('counting.panel')}
      aria-describedby={described}
      value={params.panel}
      onChange={(value) => change({ panel: value === 'constant' ? value : null })}
      data={(['all_reporters', 'constant'] as const).map((value) => ({
        value,
        label: t(`counting.${value}`),
        disabled: value === 'constant' && refused !== null,
      }))}
    />
  );
}
