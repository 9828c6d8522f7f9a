import type { ReportedRow } from './add-up';
import { groupBy } from './group-by';
import { type Objection, object } from './objection';
import { type AgencyToday, type Edge, type Holders, type StructureView, constantGroups, holdersToday, keyOf } from './structure';

/** A question by another structure than that of the reports. */
export interface StructuredScope {
  readonly view: Exclude<StructureView, 'as_reported'>;
  readonly regionId: string | null;
  readonly agencyId: string | null;
  readonly from: number;
  readonly to: number;
}

/** How organisations followed one another, and what they are today. */
export interface Organisations {
  readonly edges: readonly Edge[];
  readonly agencies: ReadonlyMap<string, AgencyToday>;
}

/** A report with who holds it and where they are, outermost region first. */
export interface HeldReport {
  readonly row: ReportedRow;
  readonly holders: readonly string[];
  readonly paths: readonly (readonly string[])[];
}

/** The agencies with all who precede or follow them, by way of others too. */
export function relatives(ids: readonly string[], edges: readonly Edge[]): readonly string[] {
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

/**
 * The reports in scope, each once, under who holds it by the view. By today's structure a report lies where its holder is today, by constant
 * structure where its group was in the last year it reported. No answer where those who hold it jointly lie on both sides of the region's border:
 * their figure cannot be apportioned.
 */
export function heldReports(
  rows: readonly ReportedRow[],
  scope: StructuredScope,
  { edges, agencies }: Organisations,
): readonly HeldReport[] | Objection {
  const holders = scope.view === 'today' ? holdersToday(edges, agencies) : constantGroups(edges, scope);
  const withHolders = rows.map((row) => ({ row, holders: holders(row.agencyId, row.year) }));
  const held = scope.view === 'today' ? placedToday(withHolders, agencies) : placedAtLast(withHolders);
  return scope.regionId === null ? ofAgency(held, scope, { holders, agencies }) : inRegion(held, scope.regionId, agencies);
}

type WithHolders = Omit<HeldReport, 'paths'>;

function placedToday(reports: readonly WithHolders[], agencies: Organisations['agencies']): readonly HeldReport[] {
  return reports.map((one) => ({ ...one, paths: one.holders.map((id) => agencies.get(id)?.regionPath ?? []) }));
}

function placedAtLast(reports: readonly WithHolders[]): readonly HeldReport[] {
  const groups = groupBy(reports, (one) => keyOf(one.holders));
  return reports.map((one) => {
    const group = groups.get(keyOf(one.holders)) ?? [];
    const last = Math.max(...group.map(({ row }) => row.year));
    return { ...one, paths: group.filter(({ row }) => row.year === last).map(({ row }) => row.regionPath) };
  });
}

function inRegion(held: readonly HeldReport[], regionId: string, agencies: Organisations['agencies']): readonly HeldReport[] | Objection {
  const inside = held.filter(({ paths }) => paths.some((path) => path.includes(regionId)));
  const astride = inside.find(({ paths }) => !paths.every((path) => path.includes(regionId)));
  if (astride === undefined) return inside;
  const names = namesOf(astride, agencies);
  return object('NOT_ADDITIVE', {
    zh: `${names}共同承接的数据无法拆分，而其中只有一部分在该地区；请改看上级地区，或者按报送时的机构查看。`,
    en: `What ${names} hold jointly cannot be apportioned, and only some of them are in the region: ask for the region above, or as reported.`,
  });
}

function ofAgency(
  held: readonly HeldReport[],
  { agencyId, view }: StructuredScope,
  { holders, agencies }: { readonly holders: Holders; readonly agencies: Organisations['agencies'] },
): readonly HeldReport[] {
  const agency = agencies.get(agencyId ?? '');
  if (agency === undefined) return [];
  const ended = agency.validTo === null ? null : Number(agency.validTo.slice(0, 4));
  const own = view === 'constant' ? holders(agency.id, 0) : ended === null ? [agency.id] : holders(agency.id, ended - 1);
  return held.filter((one) => keyOf(one.holders) === keyOf(own));
}

/** The regions directly below one in which the report's holders are; the region itself where they belong to it. */
export function regionsBelow({ paths }: HeldReport, regionId: string): readonly string[] {
  return [...new Set(paths.map((path) => path[path.indexOf(regionId) + 1] ?? regionId))].sort();
}

/** The names of those who hold a report, as one. */
export function namesOf({ holders }: HeldReport, agencies: Organisations['agencies']): string {
  return holders.map((id) => agencies.get(id)?.name ?? id).join('、');
}
