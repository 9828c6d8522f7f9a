import type { OrganisationChange, Words } from '@gongkai/model';
import { groupBy } from './group-by';
import { type Edge, lastDayOf } from './structure';

/** What befell organisations, and how they are called. */
export interface OrganisationRecord {
  readonly edges: readonly Edge[];
  readonly versions: readonly VersionChange[];
  readonly nameOf: NameOf;
}

type NameOf = (agencyId: string) => string;

/** A new name or region of an agency that went on. */
export interface VersionChange {
  readonly agencyId: string;
  readonly kind: 'rename' | 'move';
  readonly on: string;
  readonly basis: string;
  /** Name, region or, where only that changed, system; null where nobody had said to which it belonged. */
  readonly before: string | null;
  readonly after: string;
}

/** The changes of a year that befell any of the agencies, in the order of their days. */
export function changesOf(
  agencyIds: readonly string[],
  year: number,
  { edges, versions, nameOf }: OrganisationRecord,
): readonly OrganisationChange[] {
  const within = (on: string): boolean => on > lastDayOf(year - 1) && on <= lastDayOf(year);
  const isTouched = ({ predecessorId, successorId }: Edge): boolean =>
    agencyIds.includes(predecessorId) || (successorId !== null && agencyIds.includes(successorId));
  const happened = edges.filter(({ on }) => within(on));
  const acts = groupBy(happened, ({ kind, on, predecessorId, successorId }) =>
    [kind, on, kind === 'split' ? predecessorId : successorId].join(' '),
  );
  const acted = [...acts.values()].filter((act) => act.some(isTouched)).map((act) => changeOf(act, nameOf));
  const moved = versions
    .filter(({ agencyId, on }) => agencyIds.includes(agencyId) && within(on))
    .map((version) => versionChange(version, nameOf));
  return [...acted, ...moved].sort((a, b) => a.on.localeCompare(b.on));
}

function changeOf(act: readonly Edge[], nameOf: NameOf): OrganisationChange {
  const [first] = act;
  if (first === undefined) throw new Error('an act without an edge');
  const names = (ids: readonly (string | null)[]) => [...new Set(ids.flatMap((id) => (id === null ? [] : nameOf(id))))];
  const before = names(act.map(({ predecessorId }) => predecessorId));
  const after = names(act.map(({ successorId }) => successorId));
  const { kind, on, basis } = first;
  return { kind, on, basis, words: WORDS[kind](on, before, after) };
}

const WORDS: Readonly<Record<Edge['kind'], (on: string, before: readonly string[], after: readonly string[]) => Words>> = {
  rename: (on, before, after) => ({
    zh: `${on} ${before.join('、')}更名为${after.join('、')}`,
    en: `${on}: ${before.join(', ')} became ${after.join(', ')}`,
  }),
  merge: (on, before, after) => ({
    zh: `${on} ${before.join('、')}并入${after.join('、')}`,
    en: `${on}: ${before.join(', ')} merged into ${after.join(', ')}`,
  }),
  split: (on, before, after) => ({
    zh: `${on} ${before.join('、')}分设出${after.join('、')}`,
    en: `${on}: ${after.join(', ')} parted from ${before.join(', ')}`,
  }),
  abolish: (on, before) => ({ zh: `${on} ${before.join('、')}撤销`, en: `${on}: ${before.join(', ')} abolished` }),
};

function versionChange({ agencyId, kind, on, basis, before, after }: VersionChange, nameOf: NameOf): OrganisationChange {
  const from = before ?? '';
  const words =
    kind === 'rename'
      ? WORDS.rename(on, [from], [after])
      : {
          zh: `${on} ${nameOf(agencyId)}${from === '' ? '' : `由${from}`}划归${after}`,
          en: `${on}: ${nameOf(agencyId)} moved${from === '' ? '' : ` from ${from}`} to ${after}`,
        };
  return { kind, on, basis, words };
}
