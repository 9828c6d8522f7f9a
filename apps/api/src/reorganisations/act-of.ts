import type { ReorganisationInput } from '@gongkai/contract';
import type { AgencyKind } from '@gongkai/model';
import { isDate } from '../registers/read-register';
import { isId } from '../requests/is-id';
import { refuseNames } from '../requests/names';
import { REFUSALS, type Refusal, refuse } from '../requests/refusal';
import type { ObligationDecision, ReorganisationKind } from './reorganisations.store';

/** An agency that follows: one that exists, or a new one, of the kind, region and system of the first predecessor where null. */
export type Successor =
  | { readonly agencyId: string }
  | { readonly name: string; readonly kind: AgencyKind | null; readonly regionId: string | null; readonly system: string | null };

/** An act whose shape is right; whether it may happen is for the registers to say. */
export interface Act {
  readonly kind: ReorganisationKind;
  readonly on: string;
  readonly basis: string;
  readonly agencyIds: readonly string[];
  readonly successors: readonly Successor[];
  readonly name: string | null;
  readonly regionId: string | null;
  readonly system: string | null;
  readonly continues: boolean;
  readonly decisions: readonly { readonly agencyId: string; readonly year: number; readonly decision: ObligationDecision }[];
}

const bad = (zh: string, en: string): Refusal => refuse('BAD_REQUEST', { zh, en });

/** The act an input means. Refused: a day that is none or lies ahead, no basis, ids of nothing, a shape its kind does not have. */
export function actOf(input: ReorganisationInput, today: string): Act | Refusal {
  const basis = input.basis.trim();
  if (!isDate(input.on)) return bad(`没有 ${input.on} 这一天。`, `There is no day ${input.on}.`);
  if (input.on > today)
    return refuse('TOO_EARLY', { zh: '生效之日尚未到来，请届时登记。', en: 'An act is recorded when its day has come.' });
  if (basis === '') return refuse('NEEDS_REASON', { zh: '请写明依据文件。', en: 'Name the document it is based on.' });
  const successors = (input.successors ?? []).map(successorOf);
  const wrong = successors.find((one) => one === null);
  if (wrong === null) return bad('承接单位应当写明编号，或者新单位的名称。', 'Who follows is an agency by id, or a new one by name.');
  const act: Act = {
    kind: input.kind,
    on: input.on,
    basis,
    agencyIds: [...new Set(input.agencies ?? [])],
    successors: successors.filter((one) => one !== null),
    name: input.name?.trim() || null,
    regionId: input.regionId ?? null,
    system: input.system?.trim() || null,
    continues: input.continues ?? false,
    decisions: input.obligations ?? [],
  };
  const unreadable = refuseNames(namesIn(act));
  if (unreadable !== null) return unreadable;
  const agencies = [...act.agencyIds, ...act.successors.flatMap((one) => ('agencyId' in one ? [one.agencyId] : []))];
  if (!agencies.every(isId)) return REFUSALS.unknownAgency();
  const regions = [act.regionId, ...act.successors.map((one) => ('name' in one ? one.regionId : null))];
  if (!regions.every((id) => id === null || isId(id))) return REFUSALS.unknownRegion();
  return SHAPES[act.kind](act) ? act : bad(SHAPE_WORDS[act.kind][0], SHAPE_WORDS[act.kind][1]);
}

function namesIn({ basis, name, system, successors }: Act): readonly string[] {
  const fresh = successors.flatMap((one) => ('name' in one ? [one.name, one.system] : []));
  return [basis, name, system, ...fresh].filter((text) => text !== null);
}

function successorOf(input: NonNullable<ReorganisationInput['successors']>[number]): Successor | null {
  const name = input.name?.trim() || null;
  if (input.agencyId != null)
    return name === null && input.kind == null && input.regionId == null && input.system == null ? { agencyId: input.agencyId } : null;
  return name === null ? null : { name, kind: input.kind ?? null, regionId: input.regionId ?? null, system: input.system?.trim() || null };
}

const onlyOn = ({ agencyIds, successors }: Act): boolean => agencyIds.length === 1 && successors.length === 0;

const SHAPES: Readonly<Record<ReorganisationKind, (act: Act) => boolean>> = {
  found: ({ agencyIds, successors: [one, ...more] }) =>
    agencyIds.length === 0 && more.length === 0 && one !== undefined && 'name' in one && one.kind !== null && one.regionId !== null,
  rename: (act) => onlyOn(act) && act.name !== null && act.regionId === null && act.system === null,
  move: (act) => onlyOn(act) && (act.regionId !== null || act.system !== null) && act.name === null,
  merge: ({ agencyIds, successors }) => agencyIds.length > 0 && agencyIds.length <= 50 && successors.length === 1,
  split: ({ agencyIds, successors, continues }) =>
    agencyIds.length === 1 && successors.length >= (continues ? 1 : 2) && successors.length <= 50,
  abolish: (act) => onlyOn(act),
};

const SHAPE_WORDS: Readonly<Record<ReorganisationKind, readonly [zh: string, en: string]>> = {
  found: ['设立应当写明一个新单位的名称、类型和地区。', 'Founding takes one new agency with name, kind and region.'],
  rename: ['更名应当写明一个单位和新名称。', 'A rename takes one agency and its new name.'],
  move: ['划转应当写明一个单位和划入的地区或者系统。', 'A move takes one agency and the region or system it moves to.'],
  merge: ['合并应当写明一个以上被合并的单位和一个承接单位。', 'A merger takes one or more agencies and one that follows them.'],
  split: [
    '分设应当写明一个单位和两个以上承接单位；原单位保留的，一个以上。',
    'A split takes one agency and two or more that follow, one or more where it continues.',
  ],
  abolish: ['撤销应当写明一个单位，没有承接单位。', 'An abolition takes one agency, and nobody follows.'],
};
