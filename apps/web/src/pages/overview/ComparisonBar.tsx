import { FORMS, INDICATORS } from '@gongkai/catalogue';
import { applicantsOf, outcomeGroups, outcomesOf } from '@gongkai/indicators';
import type { Line } from '@gongkai/model';
import { Group } from '@mantine/core';
import type { JSX } from 'react';
import { useWords, type Speaker } from '../../words/use-words';
import { Chooser } from './Chooser';
import { groupingOf, lettingGo, type Offers, type RegionLevels } from './offers';
import type { ChangeParams, OverviewParams } from './overview-params';
import { Reasons } from './Reasons';

interface Props {
  readonly params: OverviewParams;
  readonly change: ChangeParams;
  readonly place: RegionLevels;
  readonly offers: Offers;
}

const ALL = '';
const REASONS = 'comparison-reasons';

/** What is compared: the figure, how it is parted, and which applicants and outcomes are in it. */
export function ComparisonBar({ params, change, place, offers }: Props): JSX.Element {
  const { t } = useWords();
  const refused = [...offers.groupings, ...offers.levels].map((offer) => offer.refused);
  const reasons = [...refused, offers.applicant, offers.outcome];
  const described = reasons.some((reason) => reason !== null) ? REASONS : undefined;
  const choose: Choose = (key, value) => {
    const chosen = value === ALL ? null : value;
    change({ [key]: chosen, ...lettingGo({ ...params, [key]: chosen } as OverviewParams, place) });
  };
  return (
    <div className="no-print">
      <Group gap="xs" align="flex-end" role="group" aria-label={t('offers.bar')}>
        <PartingChoosers {...{ params, offers, described, choose }} />
        <CellChoosers {...{ params, offers, described, choose }} />
      </Group>
      <Reasons id={REASONS} of={reasons} />
    </div>
  );
}

type Choose = (key: 'indicator' | 'by' | 'level' | 'applicant' | 'outcome', value: string) => void;

interface ChoosersProps extends Pick<Props, 'params' | 'offers'> {
  readonly described: string | undefined;
  readonly choose: Choose;
}

/** The figure, its grouping and, of regions, their level. */
function PartingChoosers({ params, offers, described, choose }: ChoosersProps): JSX.Element {
  const { t, say } = useWords();
  const by = groupingOf(params, offers);
  const levels = offers.levels.map(({ value, refused }) => ({
    value: value ?? ALL,
    label: value === null ? t('offers.directlyBelow') : t(`offers.levels.${value}`),
    disabled: refused !== null,
  }));
  return (
    <>
      <Chooser
        label={t('charts.indicator')}
        value={params.indicator}
        options={INDICATORS.map(({ code, title }) => ({ value: code, label: say(title) }))}
        onChoose={(value) => choose('indicator', value)}
      />
      <Chooser
        label={t('charts.by')}
        value={by}
        reasons={described}
        options={offers.groupings.map(({ value, refused }) => ({ value, label: t(`groupings.${value}`), disabled: refused !== null }))}
        onChoose={(value) => choose('by', value)}
      />
      {by === 'region' && levels.length > 1 && (
        <Chooser
          label={t('offers.level')}
          value={params.level ?? ALL}
          reasons={described}
          options={levels}
          onChoose={(value) => choose('level', value)}
        />
      )}
    </>
  );
}

/** Which columns and which rows of section three are counted. */
function CellChoosers({ params, offers, described, choose }: ChoosersProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  return (
    <>
      <Chooser
        label={t('offers.applicant')}
        value={params.applicant ?? ALL}
        disabled={offers.applicant !== null && params.applicant === null}
        reasons={described}
        options={[{ value: ALL, label: t('offers.allApplicants') }, ...applicantsOf(FORMS).map(optionOf(words))]}
        onChoose={(value) => choose('applicant', value)}
      />
      <Chooser
        label={t('offers.outcome')}
        value={params.outcome ?? ALL}
        disabled={offers.outcome !== null && params.outcome === null}
        reasons={described}
        options={[{ value: ALL, label: t('offers.allOutcomes') }, ...outcomeOptions(words)]}
        onChoose={(value) => choose('outcome', value)}
      />
    </>
  );
}

type Option = { readonly value: string; readonly label: string };

const optionOf =
  ({ say }: Speaker) =>
  ({ code, label }: Line): Option => ({ value: code, label: say(label) });

/** The groups of outcomes; those of several rows with the rows under them, as far as any form prints them. */
function outcomeOptions(words: Speaker): readonly (Option | { readonly group: string; readonly items: readonly Option[] })[] {
  const rows = [...new Map(FORMS.flatMap(outcomesOf).map((line) => [line.code, line])).values()];
  return outcomeGroups(rows, INDICATORS).map(({ key, name }) => {
    const group = { value: key, label: words.say(name) };
    const own = rows.filter((line) => line.group === key);
    if (own.length === 1) return group;
    const whole = { value: key, label: words.t('offers.wholeGroup', { group: group.label }) };
    return { group: group.label, items: [whole, ...own.map(optionOf(words))] };
  });
}
