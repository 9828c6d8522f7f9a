import type { Client } from 'pg';
import { type Kind, type Standing, isWithin, standingsOf } from './sight';
import type { SeatedCaller } from './tried-caller';

interface Entry {
  readonly id: string;
  readonly role: string;
  readonly accountId: string | null;
  readonly action: string;
  readonly row: Readonly<Record<string, unknown>> | null;
}

/** What the trail says of acts that change no row, or only who is here. */
const NO_CHANGE = /^(?:refused\.|sessions\.|log_in|.*\.(?:read|refused|failed))|^exports|^accounts\.(?:logged|log)|^tokens\.used/;

/** The columns by which a row tells whose it is, most telling first. */
const OWNERS: readonly (readonly [column: string, kind: Kind])[] = [
  ['edition_id', 'Edition'],
  ['report_id', 'Report'],
  ['job_id', 'ImportJob'],
  ['rule_id', 'LocalRule'],
  ['agency_id', 'Agency'],
  ['region_id', 'Region'],
];
/** Tables whose rows belong to accounts. */
const OF_ACCOUNTS = new Set(['tokens', 'notices', 'credentials', 'accounts']);
/** Tables in which each role writes what is within its own. */
const WRITES: Readonly<Record<string, readonly string[]>> = {
  agency: ['documents', 'editions', 'edition_events', 'drafts', 'draft_copies', 'draft_files', 'comment_answers', 'refused_arrivals'],
  supervisor: [
    ...['documents', 'editions', 'edition_events', 'reports', 'local_rules', 'local_rule_versions', 'applicability_statements'],
    ...['import_jobs', 'import_files', 'refused_arrivals', 'agency_aliases'],
  ],
  analyst: [],
};
const NEVER_BY_ADMINISTRATORS = new Set(['drafts', 'draft_copies', 'draft_files', 'comment_answers', 'local_rules', 'local_rule_versions']);

/** Reads the trail on: what callers changed since that they may not, in words. */
export class Trail {
  private last = '0';

  constructor(
    private readonly owner: Client,
    private readonly callers: readonly SeatedCaller[],
  ) {}

  /** What happened so far is no caller's trial. */
  async skip(): Promise<void> {
    const { rows } = await this.owner.query<{ id: string }>('SELECT max(id) AS id FROM audit_entries');
    this.last = rows[0]?.id ?? this.last;
  }

  async wrongActs(): Promise<readonly string[]> {
    const { rows } = await this.owner.query<Entry>(
      `SELECT id, role, account_id AS "accountId", action, COALESCE(after, before)::jsonb AS row FROM audit_entries WHERE id > $1 ORDER BY id::bigint`,
      [this.last],
    );
    this.last = rows.at(-1)?.id ?? this.last;
    const wrongs: string[] = [];
    for (const entry of rows)
      if (!(await this.isRight(entry))) wrongs.push(`${entry.action} by ${entry.role} ${JSON.stringify(entry.row)}`);
    return wrongs;
  }

  private async isRight(entry: Entry): Promise<boolean> {
    if (NO_CHANGE.test(entry.action) || entry.role === 'system' || entry.role === 'owner') return true;
    const caller = this.callers.find(({ accountId }) => accountId !== null && accountId === entry.accountId);
    if (caller === undefined) return false;
    const [table = ''] = entry.action.split('.');
    if (caller.role === 'administrator') return !NEVER_BY_ADMINISTRATORS.has(table);
    if (OF_ACCOUNTS.has(table)) return (entry.row?.['account_id'] ?? entry.row?.['id']) === Number(caller.accountId);
    if (WRITES[caller.role]?.includes(table) !== true) return false;
    return table === 'documents' || (await this.isOwn(caller, entry));
  }

  private async isOwn(caller: SeatedCaller, { row }: Entry): Promise<boolean> {
    const [column, kind] = OWNERS.find(([name]) => row?.[name] !== undefined && row[name] !== null) ?? [null, null];
    if (column === null) return false;
    const things = await standingsOf(this.owner, kind, String(row?.[column]));
    return things.some((thing) => holds(caller, thing));
  }
}

const holds = (caller: SeatedCaller, thing: Standing): boolean =>
  caller.role === 'agency' ? thing.agencyId === caller.agencyId : isWithin(caller, thing);
