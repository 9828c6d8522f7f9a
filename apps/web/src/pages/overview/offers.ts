import { indicatorOf, refusedParting, type RequestAxis } from '@gongkai/catalogue';
import type { Words } from '@gongkai/model';
import type { GroupBy, RegionLevel } from '../../generated/graphql';
import { GROUPINGS, VIEWS, type OverviewParams } from './overview-params';

/** Why a choice is not offered: in the words of the catalogue, or by the name of a sentence of the pages. */
export type Reason = Words | 'structure' | 'panel';

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
export type Place = { readonly level: RegionLevel; readonly children: readonly { readonly level: RegionLevel }[] } | null;
type Chosen = Pick<OverviewParams, 'view' | 'edition' | 'asOf' | 'indicator'>;

/** By another structure than that of the reports only the latest figures are had, by region directly below or by agency; only totals of section three are parted. */
export function offersOf(chosen: Chosen, place: Place): Offers {
  const { view, edition, asOf, indicator } = chosen;
  const structure = view === 'as_reported' ? null : 'structure';
  const isPast = edition !== 'latest' || asOf !== null;
  const parted = (axis: RequestAxis): Reason | null => structure ?? refusedParting(indicatorOf(indicator), axis);
  return {
    views: VIEWS.map((value) => ({ value, refused: value !== 'as_reported' && isPast ? 'structure' : null })),
    past: structure,
    panel: structure && 'panel',
    groupings: groupingsAt(place).map((value) => ({ value, refused: refusedGrouping(value, structure, parted) })),
    levels: levelsBelow(place).map((value) => ({ value, refused: value === null ? null : structure })),
    applicant: parted('applicant'),
    outcome: parted('outcome'),
  };
}

/** Whether cells are parted and not the agencies. */
export function isByCells(by: GroupBy): boolean {
  return by === 'applicant' || by === 'outcome' || by === 'outcome_group';
}

function refusedGrouping(by: GroupBy, structure: Reason | null, parted: (axis: RequestAxis) => Reason | null): Reason | null {
  if (by === 'applicant') return parted('applicant');
  if (by === 'outcome' || by === 'outcome_group') return parted('outcome');
  return by === 'none' || by === 'region' || by === 'agency' ? null : structure;
}

const BY_CELLS: readonly GroupBy[] = ['applicant', 'outcome_group', 'outcome', 'none'];

function groupingsAt(place: Place): readonly GroupBy[] {
  if (place === null) return BY_CELLS;
  return place.children.length > 0 ? GROUPINGS : GROUPINGS.filter((by) => by !== 'region');
}

const RANKS: Readonly<Record<RegionLevel, number>> = { nation: 0, province: 1, prefecture: 2, county: 3, functional_zone: 3, township: 4 };
const DEEPER: readonly RegionLevel[] = ['province', 'prefecture', 'county', 'township'];

/** Levels under the regions directly below; functional zones are of the level of counties. */
function levelsBelow(place: Place): readonly (RegionLevel | null)[] {
  const ranks = (place?.children ?? []).map(({ level }) => RANKS[level]);
  return [null, ...DEEPER.filter((level) => ranks.some((rank) => rank < RANKS[level]))];
}

/** The grouping that is shown: the one asked for where the place has it, else the first that can be had. */
export function groupingOf({ by }: Pick<OverviewParams, 'by'>, { groupings }: Offers): GroupBy {
  const known = groupings.find(({ value }) => value === by);
  return (known ?? groupings.find(({ refused }) => refused === null))?.value ?? 'none';
}

/** What must be let go, as changes of the URL, for the rest to be answered. */
export function lettingGo(next: OverviewParams, place: Place): Readonly<Record<string, null>> {
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
