import {
  type AgencyToday,
  type CoverageRow,
  type HeldReport,
  type StructuredScope,
  type SumRow,
  addUp,
  groupBy,
  heldReports,
  isObjection,
  keyOf,
  namesOf,
  regionsBelow,
  relatives,
} from '@gongkai/indicators';
import { OWN_LEVEL } from '@gongkai/model';
import type { StoresOf } from '../database/named-stores';
import { refuseObjection } from '../requests/refuse-objection';
import { OrganisationsStore } from '../organisations/organisations.store';
import type { Refusal } from '../requests/refusal';
import { StructuresStore } from './structures.store';

/** What a series asks by another structure than that of the reports. */
export interface StructuredQuery extends StructuredScope {
  readonly state: 'published' | 'accepted';
  /** `region` and `agency` part; anything else is one group. */
  readonly groupBy: string;
  readonly positions: readonly number[];
}

/** Sums and coverage as the indicators' own, grouped by another structure than that of the reports. */
interface Structured {
  readonly sums: readonly SumRow[];
  readonly coverage: readonly CoverageRow[];
  /** Which report is in which group. */
  readonly reports: readonly { readonly key: string; readonly agencyId: string; readonly year: number }[];
  /** Agencies whose reports are in a group, and who holds them, by its key. */
  readonly members: ReadonlyMap<string, readonly string[]>;
}

interface Place {
  readonly key: string;
  readonly name: string;
  /** Groups are in the order of these. */
  readonly order: string;
}

/** What restructuring reads. */
export const RESTRUCTURING = { structures: StructuresStore, organisations: OrganisationsStore };

/** Counts every report once, under who holds it by the view; refused where that cannot be told. */
export async function restructure(stores: StoresOf<typeof RESTRUCTURING>, query: StructuredQuery): Promise<Structured | Refusal> {
  const edges = await stores.structures.edges();
  const asked = query.regionId === null ? [query.agencyId ?? ''] : await stores.structures.agenciesIn(query.regionId, query);
  const ids = relatives(asked, edges);
  const agencies = new Map((await stores.structures.agencies(ids)).map((one) => [one.id, one]));
  const rows = await stores.structures.reported({ ...query, agencyIds: ids, summed: query.regionId !== null });
  const unplaced = heldReports(rows, query, { edges, agencies });
  if (isObjection(unplaced)) return refuseObjection(unplaced);
  const placeOf = await placing(stores, query, unplaced, agencies);
  const held = unplaced.toSorted((a, b) => compareText(placeOf(a).order, placeOf(b).order));
  const groups = groupBy(held, (one) => placeOf(one).key);
  return {
    ...addUp(held.map((one) => ({ ...one.row, ...placeOf(one) }))),
    reports: held.map((one) => ({ key: placeOf(one).key, agencyId: one.row.agencyId, year: one.row.year })),
    members: new Map([...groups].map(([key, all]) => [key, [...new Set(all.flatMap(({ row, holders: by }) => [row.agencyId, ...by]))]])),
  };
}

/** After every code. */
const NO_CODE = '~';

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

async function placing(
  stores: { readonly organisations: OrganisationsStore },
  { groupBy: by, regionId }: StructuredQuery,
  held: readonly HeldReport[],
  agencies: ReadonlyMap<string, AgencyToday>,
): Promise<(one: HeldReport) => Place> {
  if (by === 'agency') return (one) => ({ key: keyOf(one.holders), name: namesOf(one, agencies), order: '' });
  if (by !== 'region') return () => ({ key: '', name: '', order: '' });
  const below = (one: HeldReport): readonly string[] => regionsBelow(one, regionId ?? '');
  const regions = await stores.organisations.regions([...new Set(held.flatMap(below))]);
  const names = new Map(regions.map(({ id, name }) => [id, id === regionId ? name + OWN_LEVEL : name]));
  const codes = new Map(regions.map(({ id, code }) => [id, code]));
  return (one) => ({
    key: keyOf(below(one)),
    name: below(one)
      .map((id) => names.get(id) ?? id)
      .join('、'),
    order: codes.get(below(one)[0] ?? '') ?? NO_CODE,
  });
}
