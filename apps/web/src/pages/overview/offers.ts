import { indicatorOf } from '@gongkai/catalogue';
import { LEVEL_RANKS, objectTogether, refusedParting, type RequestAxis } from '@gongkai/indicators';
import type { Words } from '@gongkai/model';
import type { GroupBy, RegionLevel } from '../../generated/graphql';
import { GROUPINGS, VIEWS, type OverviewParams } from './overview-params';

/** Why a choice is not offered: in the words of whoever answers questions, or by the name of a sentence of the pages. */
export type Reason = Words | 'panel';

export interface Offer<Value> {
  readonly value: Value;
  /** Null where it can be chosen. */
  readonly refused: Reason | null;
}

/** What can be chosen where everything else stays as it is. */
export interface Offers {
  readonly views: readonly Offer<OverviewParams['view']>[];
  /** Other editions than the latest, and other moments than now. */
  readonly past: Reason | null;
  readonly panel: Reason | null;
  readonly groupings: readonly Offer<GroupBy>[];
  /** Null is directly below. */
  readonly levels: readonly Offer<RegionLevel | null>[];
  readonly applicant: Reason | null;
  readonly outcome: Reason | null;
}

/** The region itself, or null where the place is one agency. */
export type RegionLevels = { readonly level: RegionLevel; readonly children: readonly { readonly level: RegionLevel }[] } | null;
type Chosen = Pick<OverviewParams, 'view' | 'edition' | 'asOf' | 'indicator'>;

/** What the api would refuse beside the rest is not offered, and says why. */
export function offersOf(chosen: Chosen, place: RegionLevels): Offers {
  const { view, edition, asOf, indicator } = chosen;
  const refused = (more: Partial<Together>): Words | null =>
    objectTogether({ ...scopeOf(place), groupBy: 'none', view, ...more })?.words ?? null;
  const parted = (axis: RequestAxis): Reason | null =>
    refused({ filter: { [FILTERS[axis]]: [] } }) ?? refusedParting(indicatorOf(indicator), axis);
  return {
    views: VIEWS.map((value) => ({ value, refused: refused({ view: value, edition, asOf }) })),
    past: refused({ edition: 'first_published' }),
    panel: view === 'as_reported' ? null : 'panel',
    groupings: groupingsAt(place).map((value) => {
      const axis = axisOf(value);
      return { value, refused: axis === null ? refused({ groupBy: value }) : parted(axis) };
    }),
    levels: levelsBelow(place).map((value) => ({ value, refused: refused({ groupBy: 'region', level: value }) })),
    applicant: parted('applicant'),
    outcome: parted('outcome'),
  };
}

type Together = Parameters<typeof objectTogether>[0];

const FILTERS = { applicant: 'applicants', outcome: 'outcomes' } as const;

/** Which region or agency it is does not matter to what may be asked. */
function scopeOf(place: RegionLevels): Pick<Together, 'regionId' | 'agencyId'> {
  return place === null ? { regionId: null, agencyId: 'one' } : { regionId: 'one', agencyId: null };
}

/** How a grouping parts cells; null where it parts agencies. */
function axisOf(by: GroupBy): RequestAxis | null {
  if (by === 'applicant') return 'applicant';
  return by === 'outcome' || by === 'outcome_group' ? 'outcome' : null;
}

const BY_CELLS: readonly GroupBy[] = ['applicant', 'outcome_group', 'outcome', 'none'];

function groupingsAt(place: RegionLevels): readonly GroupBy[] {
  if (place === null) return BY_CELLS;
  return place.children.length > 0 ? GROUPINGS : GROUPINGS.filter((by) => by !== 'region');
}

const DEEPER: readonly RegionLevel[] = ['province', 'prefecture', 'county', 'township'];

/** Levels under the regions directly below; functional zones are of the level of counties. */
function levelsBelow(place: RegionLevels): readonly (RegionLevel | null)[] {
  const ranks = (place?.children ?? []).map(({ level }) => LEVEL_RANKS[level]);
  return [null, ...DEEPER.filter((level) => ranks.some((rank) => rank < LEVEL_RANKS[level]))];
}

/** The grouping that is shown: the one asked for where the place has it, else the first that can be had. */
export function groupingOf({ by }: Pick<OverviewParams, 'by'>, { groupings }: Offers): GroupBy {
  const known = groupings.find(({ value }) => value === by);
  return (known ?? groupings.find(({ refused }) => refused === null))?.value ?? 'none';
}

/** What must be let go, as changes of the URL, for the rest to be answered. */
export function lettingGo(next: OverviewParams, place: RegionLevels): Readonly<Record<string, null>> {
  const offers = offersOf(next, place);
  const by = groupingOf(next, offers);
  const isRefused = <Value>(offered: readonly Offer<Value>[], value: Value): boolean =>
    offered.some((offer) => offer.value === value && offer.refused !== null);
  return {
    ...(next.by !== null && isRefused(offers.groupings, next.by) ? { by: null } : {}),
    ...(next.level !== null && (by !== 'region' || isRefused(offers.levels, next.level)) ? { level: null } : {}),
    ...(next.applicant !== null && offers.applicant !== null ? { applicant: null } : {}),
    ...(next.outcome !== null && offers.outcome !== null ? { outcome: null } : {}),
    ...(next.panel === 'constant' && offers.panel !== null ? { panel: null } : {}),
  };
}
