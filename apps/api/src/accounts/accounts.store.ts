import type { AccountRole } from '@gongkai/model';
import type { AccountCaller } from '../database/caller';
import type { PageBounds } from '../requests/page';
import { type Sql, onlyRow } from '../database/sql';

export interface AccountRow {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: AccountRole;
  readonly agencyId: string | null;
  readonly regionId: string | null;
  readonly disabled: boolean;
}

export interface AccountsAsked {
  /** Part of the login, of the name, or of the name of the agency or region. */
  readonly text: string | null;
  readonly role: AccountRole | null;
  readonly disabled: boolean | null;
}

export interface AccountsFound {
  readonly items: readonly AccountRow[];
  readonly total: number;
}

export interface CredentialRow extends AccountRow {
  readonly passwordHash: string;
}

const ACCOUNT = `a.id, a.login, a.name, a.role, a.agency_id AS "agencyId", a.region_id AS "regionId", a.disabled`;

/** Accounts, their credentials and sessions; the last two open to the platform only. */
export class AccountsStore {
  constructor(private readonly sql: Sql) {}

  accounts(ids: readonly string[]): Promise<readonly AccountRow[]> {
    return this.sql(`SELECT ${ACCOUNT} FROM accounts a WHERE a.id = ANY (:ids)`, { ids });
  }

  /** A page by login name, of all accounts that meet what is asked; to administrators alone. */
  async search({ text, role, disabled }: AccountsAsked, { limit, offset }: PageBounds): Promise<AccountsFound> {
    const rows = await this.sql<AccountRow & { readonly total: number }>(
      `SELECT ${ACCOUNT}, count(*) OVER ()::int AS total FROM accounts a
         LEFT JOIN current_agencies g ON g.agency_id = a.agency_id LEFT JOIN current_regions r ON r.region_id = a.region_id
       WHERE caller_is('administrator') AND (:role::text IS NULL OR a.role = :role) AND (:disabled::boolean IS NULL OR a.disabled = :disabled)
         AND (:text::text IS NULL OR strpos(lower(concat_ws(E'\\n', a.login, a.name, g.name, r.name)), lower(:text)) > 0)
       ORDER BY a.login LIMIT :limit OFFSET :offset`,
      { text, role, disabled, limit, offset },
    );
    const [first] = rows;
    return { items: rows, total: first === undefined ? 0 : first.total };
  }

  /** By the name somebody logs in with; null for a name nobody has. */
  async credentials(login: string): Promise<CredentialRow | null> {
    const [row] = await this.sql<CredentialRow>(
      `SELECT ${ACCOUNT}, c.password_hash AS "passwordHash" FROM accounts a JOIN credentials c ON c.account_id = a.id WHERE a.login = lower(:login)`,
      { login },
    );
    return row === undefined ? null : row;
  }

  /** For so many hours from now, by the database's clock; when it ends. */
  async openSession(accountId: string, tokenHash: string, hours: number): Promise<Date> {
    await this.sql('DELETE FROM sessions WHERE expires_at < now()');
    const opened = await this.sql<{ expiresAt: Date }>(
      `INSERT INTO sessions (token_hash, account_id, expires_at) VALUES (:tokenHash, :accountId, now() + make_interval(hours => :hours)) RETURNING expires_at AS "expiresAt"`,
      { tokenHash, accountId, hours },
    );
    return onlyRow(opened).expiresAt;
  }

  async sessionAccount(tokenHash: string): Promise<AccountRow | null> {
    const [row] = await this.sql<AccountRow>(
      `SELECT ${ACCOUNT} FROM sessions s JOIN accounts a ON a.id = s.account_id
       WHERE s.token_hash = :tokenHash AND s.expires_at > now() AND NOT a.disabled`,
      { tokenHash },
    );
    return row === undefined ? null : row;
  }

  /** Null for an account that is disabled or not there. */
  async enabled(id: string): Promise<AccountRow | null> {
    const [row] = await this.sql<AccountRow>(`SELECT ${ACCOUNT} FROM accounts a WHERE a.id = :id AND NOT a.disabled`, { id });
    return row === undefined ? null : row;
  }

  async closeSession(tokenHash: string): Promise<void> {
    await this.sql('DELETE FROM sessions WHERE token_hash = :tokenHash', { tokenHash });
  }

  async byLogin(login: string): Promise<AccountRow | null> {
    const [row] = await this.sql<AccountRow>(`SELECT ${ACCOUNT} FROM accounts a WHERE a.login = lower(:login)`, { login });
    return row === undefined ? null : row;
  }

  /**
   * Disabling also ends every session and token (the database sees to it, as where a role changes). Null for an account that is not there, or that the
   * caller may not change.
   */
  async setDisabled(id: string, disabled: boolean): Promise<AccountRow | null> {
    const [row] = await this.sql<AccountRow>(`UPDATE accounts a SET disabled = :disabled WHERE a.id = :id RETURNING ${ACCOUNT}`, {
      id,
      disabled,
    });
    return row === undefined ? null : row;
  }

  /** Also ends every session and token of the account. */
  async setPassword(accountId: string, passwordHash: string): Promise<void> {
    await this.sql('UPDATE credentials SET password_hash = :passwordHash WHERE account_id = :accountId', { accountId, passwordHash });
  }

  async addAccount(account: Omit<AccountRow, 'id' | 'disabled'>, passwordHash: string): Promise<string> {
    const { id } = onlyRow(
      await this.sql<{ id: string }>(
        'INSERT INTO accounts (login, name, role, agency_id, region_id) VALUES (lower(:login), :name, :role, :agencyId, :regionId) RETURNING id',
        { login: account.login, name: account.name, role: account.role, agencyId: account.agencyId, regionId: account.regionId },
      ),
    );
    await this.sql('INSERT INTO credentials (account_id, password_hash) VALUES (:id, :passwordHash)', { id, passwordHash });
    return id;
  }
}

/** An account as the one who asks, from an address and, for a program, with its token. */
export function callerOfAccount(
  account: AccountRow,
  by: Pick<AccountCaller, 'address' | 'token'> = { address: null, token: null },
): AccountCaller {
  const { id, role, name, agencyId, regionId } = account;
  return { kind: 'account', accountId: id, role, name, agencyId, regionId, ...by };
}
