import type { Client } from 'pg';
import type { SeatedCaller } from './tried-caller';

/** Whose a thing is, as its tables say, asked by their owner. */
export interface Standing {
  readonly agencyId: string | null;
  readonly accountId: string | null;
  readonly path: readonly string[] | null;
  readonly published: boolean;
  readonly accepted: boolean;
}

const EDITION = (where: string): string => `
  SELECT r.agency_id AS "agencyId", NULL AS "accountId", r.region_path AS path,
    EXISTS (SELECT FROM edition_events v WHERE v.edition_id = e.id AND v.state = 'published') AS published,
    EXISTS (SELECT FROM standings s WHERE s.edition_id = e.id AND s.state = 'accepted') AS accepted
  FROM editions e JOIN reports r ON r.id = e.report_id WHERE ${where}`;
const OF = (agency: string, account: string, from: string): string =>
  `SELECT ${agency} AS "agencyId", ${account} AS "accountId", NULL AS path, false AS published, false AS accepted FROM ${from}`;
const PLACED = (region: string, from: string): string =>
  `SELECT NULL AS "agencyId", NULL AS "accountId", region_path(${region}, current_date) AS path, false AS published, false AS accepted FROM ${from}`;

/** Kinds of things that are not everybody's, and the statement that tells whose one is. */
const STANDINGS = {
  Edition: EDITION('e.id::text = $1'),
  EditionOfReceipt: EDITION('e.receipt_number = $1'),
  CellComment: EDITION(`e.id::text = split_part($1, '-', 1)`),
  Draft: OF(`split_part($1, '-', 1)`, 'NULL', '(SELECT) one'),
  DraftCopy: OF('agency_id', 'saved_by', 'draft_copies WHERE id::text = $1'),
  RefusedArrival: OF('r.agency_id', 'NULL', 'refused_arrivals a JOIN reports r ON r.id = a.report_id WHERE a.number = $1'),
  Account: OF('NULL', 'id', 'accounts WHERE id::text = $1'),
  Token: OF('NULL', 'account_id', 'tokens WHERE id::text = $1'),
  AuditEntry: OF('NULL', 'account_id', 'audit_entries WHERE id::text = $1'),
  Notice: OF('NULL', 'account_id', `notices WHERE outbox_id::text = $1`),
  ImportJob: PLACED('region_id', 'import_jobs WHERE id::text = $1'),
  LocalRule: PLACED('region_id', 'local_rules WHERE id::text = $1'),
  Region: PLACED('$1::bigint', '(SELECT) one'),
  Agency: `SELECT agency_id AS "agencyId", NULL AS "accountId", region_path(region_id, current_date) AS path, false AS published, false AS accepted
    FROM current_agencies WHERE agency_id::text = $1`,
  Report: `SELECT agency_id AS "agencyId", NULL AS "accountId", region_path AS path, false AS published, false AS accepted FROM reports WHERE id::text = $1`,
} as const;
export type Kind = keyof typeof STANDINGS;

/** Empty where there is no such thing. More than one where several have it, as a notice. */
export async function standingsOf(owner: Client, kind: Kind, id: string): Promise<readonly Standing[]> {
  return (await owner.query<Standing>(STANDINGS[kind], [id])).rows;
}

/** Whether the region the caller oversees holds the thing. */
export const isWithin = ({ regionId }: SeatedCaller, { path }: Standing): boolean =>
  regionId !== null && path !== null && path.includes(regionId);

/** The law of the house, said again: who sees a thing of this standing. */
const SIGHT: Readonly<Record<SeatedCaller['role'], (kind: Kind, caller: SeatedCaller, thing: Standing) => boolean>> = {
  public: () => false,
  agency: (_, caller, thing) => thing.agencyId === caller.agencyId && thing.agencyId !== null,
  supervisor: (kind, caller, thing) => !ONLY_THE_AGENCY.has(kind) && isWithin(caller, thing),
  analyst: (kind, caller, thing) => !ONLY_THE_AGENCY.has(kind) && kind !== 'ImportJob' && thing.accepted && isWithin(caller, thing),
  administrator: (kind) => !ONLY_THE_AGENCY.has(kind) && kind !== 'Notice',
};
const ONLY_THE_AGENCY: ReadonlySet<Kind> = new Set<Kind>(['Draft', 'DraftCopy', 'RefusedArrival']);

export function maySee(kind: Kind, caller: SeatedCaller, thing: Standing): boolean {
  if (thing.published) return true;
  if (thing.accountId !== null && thing.accountId === caller.accountId) return true;
  return SIGHT[caller.role](kind, caller, thing);
}
