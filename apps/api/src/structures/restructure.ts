import type { Stores } from '../database/stores';
import { SUMMED_KINDS } from '@gongkai/model';
import type { CoverageRow, SeriesQuery, SumRow } from '../indicators/series-query';
import { type Refusal, isRefusal, refuse } from '../requests/refusal';
import { addUp } from './add-up';
import { type Edge, type Holders, type Known, type StructureView, constantGroups, groupBy, holdersToday, keyOf } from './structure';
import type { ReportedRow } from './structures.store';

export interface StructuredQuery {
  readonly view: Exclude<StructureView, 'as_reported'>;
  readonly regionId: string | null;
  readonly agencyId: string | null;
  readonly from: number;
  readonly to: number;
  readonly state: 'published' | 'accepted';
  readonly groupBy: 'none' | 'region' | 'agency';
  readonly positions: readonly number[];
}

/** What a series asks, by another structure; refused with what only the structure of the reports can answer. */
export function structuredQuery(query: SeriesQuery, view: StructuredQuery['view']): StructuredQuery | Refusal {
  const { groupBy: by, questions } = query;
  const plain = query.kept && query.edition === 'latest' && query.asOf === null && query.levelRank === null;
  const unfiltered =
    query.regionIds === null && query.agencyIds === null && query.systems === null && query.kinds.length === SUMMED_KINDS.length;
  if (plain && unfiltered && (by === 'none' || by === 'region' || by === 'agency')) {
    return { ...query, groupBy: by, view, positions: questions.map(({ indicator }) => indicator.position) };
  }
  return refuse('BAD_REQUEST', {
    zh: '按今日机构、固定机构查看时，只能查看最新数据，只能按直接下级地区或者单位分组，不能筛选。',
    en: 'By today’s or constant structure, the latest figures are parted by the regions directly below or by agency, and not filtered.',
  });
}

/** Sums and coverage as the indicators' own, grouped by another structure than that of the reports. */
export interface Structured {
  readonly sums: readonly SumRow[];
  readonly coverage: readonly CoverageRow[];
  /** Which report is in which group. */
  readonly reports: readonly { readonly key: string; readonly agencyId: string; readonly year: number }[];
  /** Agencies whose reports are in a group, and who holds them, by its key. */
  readonly members: ReadonlyMap<string, readonly string[]>;
}

/** A report with who holds it and where they are, outermost region first. */
interface Held {
  readonly row: ReportedRow;
  readonly holders: readonly string[];
  readonly paths: readonly (readonly string[])[];
}

interface Place {
  readonly key: string;
  readonly name: string;
}

/**
 * Counts every report once, under who holds it by the view. By today's structure a report lies where its holder is today, by constant structure
 * where its group was in the last year it reported. Refused where those who hold it jointly lie on both sides of the region's border: their figure
 * cannot be apportioned.
 */
export async function restructure(stores: Stores, query: StructuredQuery): Promise<Structured | Refusal> {
  const edges = await stores.structures.edges();
  const asked = query.regionId === null ? [query.agencyId ?? ''] : await stores.structures.agenciesIn(query.regionId, query);
  const ids = relatives(asked, edges);
  const known = new Map((await stores.structures.agencies(ids)).map((one) => [one.id, one]));
  const rows = await stores.structures.reported({ ...query, agencyIds: ids, summed: query.regionId !== null });
  const holders = query.view === 'today' ? holdersToday(edges, known) : constantGroups(edges, query);
  const held = heldBy(rows, query.view, holders, known);
  const inside = query.regionId === null ? ofAgency(held, query, holders, known) : inRegion(held, query.regionId, known);
  if (isRefusal(inside)) return inside;
  const placeOf = await placing(stores, query, inside, known);
  const groups = groupBy(inside, (one) => placeOf(one).key);
  return {
    ...addUp(inside.map((one) => ({ ...one.row, ...placeOf(one) }))),
    reports: inside.map((one) => ({ key: placeOf(one).key, agencyId: one.row.agencyId, year: one.row.year })),
    members: new Map([...groups].map(([key, all]) => [key, [...new Set(all.flatMap(({ row, holders: by }) => [row.agencyId, ...by]))]])),
  };
}

/** The agencies with all who precede or follow them, by way of others too. */
function relatives(ids: readonly string[], edges: readonly Edge[]): readonly string[] {
  const beside = new Map<string, string[]>();
  for (const { predecessorId, successorId } of edges) {
    if (successorId === null) continue;
    beside.set(predecessorId, [...(beside.get(predecessorId) ?? []), successorId]);
    beside.set(successorId, [...(beside.get(successorId) ?? []), predecessorId]);
  }
  const found = new Set(ids);
  for (const id of found) for (const other of beside.get(id) ?? []) found.add(other);
  return [...found];
}

function heldBy(
  rows: readonly ReportedRow[],
  view: StructuredQuery['view'],
  holders: Holders,
  known: ReadonlyMap<string, Known>,
): readonly Held[] {
  const withHolders = rows.map((row) => ({ row, holders: holders(row.agencyId, row.year) }));
  if (view === 'today') {
    return withHolders.map((one) => ({ ...one, paths: one.holders.map((id) => known.get(id)?.regionPath ?? []) }));
  }
  const groups = groupBy(withHolders, (one) => keyOf(one.holders));
  return withHolders.map((one) => {
    const group = groups.get(keyOf(one.holders)) ?? [];
    const last = Math.max(...group.map(({ row }) => row.year));
    return { ...one, paths: group.filter(({ row }) => row.year === last).map(({ row }) => row.regionPath) };
  });
}

function inRegion(held: readonly Held[], regionId: string, known: ReadonlyMap<string, Known>): readonly Held[] | Refusal {
  const inside = held.filter(({ paths }) => paths.some((path) => path.includes(regionId)));
  const astride = inside.find(({ paths }) => !paths.every((path) => path.includes(regionId)));
  if (astride === undefined) return inside;
  const names = astride.holders.map((id) => nameIn(known, id)).join('、');
  return refuse('NOT_ADDITIVE', {
    zh: `${names}共同承接的数据无法拆分，而其中只有一部分在该地区；请改看上级地区，或者按报送时的机构查看。`,
    en: `What ${names} hold jointly cannot be apportioned, and only some of them are in the region: ask for the region above, or as reported.`,
  });
}

function ofAgency(
  held: readonly Held[],
  { agencyId, view }: StructuredQuery,
  holders: Holders,
  known: ReadonlyMap<string, Known>,
): readonly Held[] {
  const agency = known.get(agencyId ?? '');
  if (agency === undefined) return [];
  const ended = agency.validTo === null ? null : Number(agency.validTo.slice(0, 4));
  const own = view === 'constant' ? holders(agency.id, 0) : ended === null ? [agency.id] : holders(agency.id, ended - 1);
  return held.filter((one) => keyOf(one.holders) === keyOf(own));
}

async function placing(
  stores: Stores,
  { groupBy: by, regionId }: StructuredQuery,
  held: readonly Held[],
  known: ReadonlyMap<string, Known>,
): Promise<(one: Held) => Place> {
  if (by === 'none') return () => ({ key: '', name: '' });
  if (by === 'agency') return ({ holders }) => ({ key: keyOf(holders), name: holders.map((id) => nameIn(known, id)).join('、') });
  const below = ({ paths }: Held): readonly string[] =>
    [...new Set(paths.map((path) => path[path.indexOf(regionId ?? '') + 1] ?? regionId ?? ''))].sort();
  const regions = await stores.organisations.regions([...new Set(held.flatMap(below))]);
  const names = new Map(regions.map(({ id, name }) => [id, name]));
  return (one) => ({
    key: keyOf(below(one)),
    name: below(one)
      .map((id) => names.get(id) ?? id)
      .join('、'),
  });
}

function nameIn(known: ReadonlyMap<string, Known>, id: string): string {
  return known.get(id)?.name ?? id;
}
