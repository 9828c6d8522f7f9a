import type { StoresOf } from '../database/named-stores';
import { type AgencyRow, OrganisationsStore } from '../organisations/organisations.store';
import { REFUSALS, type Refusal, isRefusal, refuse } from '../requests/refusal';
import type { Act } from './act-of';
import { type LaterObligation, ReorganisationsStore } from './reorganisations.store';

/** What an act meets in the registers. */
export interface AffectedAgencies {
  readonly agencies: readonly AgencyRow[];
  /** Obligations for years that end on or after the act. */
  readonly obligations: readonly LaterObligation[];
}

/** Whether the agencies of an act end by it. */
export function endsThem({ kind, continues }: Act): boolean {
  return kind === 'merge' || kind === 'abolish' || (kind === 'split' && !continues);
}

/** What a reorganisation reads and writes. */
export const REORGANISING = { reorganisations: ReorganisationsStore, organisations: OrganisationsStore };

/** What an act befalls, or why it cannot happen. */
export async function mayHappen(stores: StoresOf<typeof REORGANISING>, act: Act): Promise<AffectedAgencies | Refusal> {
  const agencies = await living(stores, act.agencyIds, act.on, true);
  if (isRefusal(agencies)) return agencies;
  const existing = act.successors.flatMap((one) => ('agencyId' in one ? [one.agencyId] : []));
  const successors = await living(stores, existing, act.on, false);
  if (isRefusal(successors)) return successors;
  const refusal = (await refuseCycle(stores, act.agencyIds, existing)) ?? (await refusePlaces(stores, act, agencies));
  if (refusal !== null) return refusal;
  const obligations = await stores.reorganisations.laterObligations(act.agencyIds, act.on);
  return refuseObligations(act, obligations) ?? { agencies, obligations };
}

async function living(
  stores: { readonly organisations: OrganisationsStore },
  ids: readonly string[],
  on: string,
  changes: boolean,
): Promise<readonly AgencyRow[] | Refusal> {
  const rows = await stores.organisations.agencies(ids);
  if (rows.length < new Set(ids).size) return REFUSALS.unknownAgency();
  const ended = rows.find(({ validTo }) => validTo !== null);
  if (ended !== undefined) {
    return refuse('AGENCY_ENDED', {
      zh: `${ended.name}已于 ${ended.validTo} 终止。`,
      en: `${ended.name} ended on ${ended.validTo}.`,
    });
  }
  const later = rows.find(({ validFrom }) => (changes ? validFrom >= on : validFrom > on));
  if (later === undefined) return rows;
  return refuse('BEFORE_FOUNDING', {
    zh: `${later.name}自 ${later.validFrom} 起才是现在这样，此前不能变更。`,
    en: `${later.name} is what it is since ${later.validFrom}; nothing new can happen to it before.`,
  });
}

async function refuseCycle(
  { reorganisations }: { readonly reorganisations: ReorganisationsStore },
  agencyIds: readonly string[],
  successorIds: readonly string[],
): Promise<Refusal | null> {
  for (const successor of successorIds) {
    for (const agency of agencyIds) {
      if (successor === agency || (await reorganisations.follows(agency, successor))) {
        return refuse('CYCLE', {
          zh: '单位不能成为自己的承接单位，经由其他单位也不行。',
          en: 'An agency cannot follow itself, not even by way of others.',
        });
      }
    }
  }
  return null;
}

async function refusePlaces(
  { reorganisations }: { readonly reorganisations: ReorganisationsStore },
  act: Act,
  agencies: readonly AgencyRow[],
): Promise<Refusal | null> {
  const [first] = agencies;
  const home = first?.regionId ?? '';
  const fresh = act.successors.flatMap((one) => ('name' in one ? [{ name: one.name, regionId: one.regionId ?? home }] : []));
  const renamed = act.name === null ? [] : [{ name: act.name, regionId: home }];
  const moved = act.regionId === null || first === undefined ? [] : [{ name: first.name, regionId: act.regionId }];
  const places = [...fresh, ...renamed, ...moved];
  for (const { name, regionId } of places) {
    if (!(await reorganisations.regionExists(regionId, act.on))) return REFUSALS.unknownRegion();
    const namesake = await reorganisations.namesake(name, regionId, act.on);
    const twice = places.filter((place) => place.name === name && place.regionId === regionId).length > 1;
    if (twice || (namesake !== null && !(endsThem(act) && act.agencyIds.includes(namesake)))) {
      return refuse('NAME_TAKEN', { zh: `该地区已有单位“${name}”。`, en: `The region has an agency “${name}” already.` });
    }
  }
  return null;
}

function refuseObligations(act: Act, obligations: readonly LaterObligation[]): Refusal | null {
  const asked = endsThem(act) ? obligations : [];
  const accepted = asked.find((one) => one.accepted);
  if (accepted !== undefined) {
    return refuse('CONTRADICTS_REPORTS', {
      zh: `${accepted.agencyName}${accepted.year}年度报告已经通过审核，那一年年末它应当存在。`,
      en: `The report of ${accepted.agencyName} for ${accepted.year} is accepted: it existed when that year ended.`,
    });
  }
  const decides = (one: LaterObligation) => act.decisions.filter(({ agencyId, year }) => agencyId === one.agencyId && year === one.year);
  const open = asked.filter((one) => one.obliged);
  const undecided = open.filter((one) => decides(one).length !== 1);
  if (undecided.length > 0) {
    const names = undecided.map(({ agencyName, year }) => `${agencyName} ${year}`).join('、');
    return refuse('OPEN_OBLIGATION', {
      zh: `以下年度报告任务将没有着落，请逐一决定保留、免除还是移交：${names}。`,
      en: `These obligations would be left without an agency; decide about each whether it stays, is released or is handed over: ${names}.`,
    });
  }
  if (act.decisions.length > open.length) {
    return refuse('BAD_REQUEST', { zh: '有决定不对应任何未了的任务。', en: 'A decision is about no open obligation.' });
  }
  return null;
}
