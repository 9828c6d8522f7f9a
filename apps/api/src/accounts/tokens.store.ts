import type { AccountRow } from './accounts.store';
import type { TokenScope } from '../database/caller';
import { type Sql, onlyRow } from '../database/sql';

export interface TokenRow {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly scope: TokenScope;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
}

export interface NewToken {
  readonly accountId: string;
  readonly name: string;
  readonly scope: TokenScope;
  readonly tokenHash: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const TOKEN = `t.id, t.account_id AS "accountId", t.name, t.scope, t.created_at AS "createdAt", t.expires_at AS "expiresAt",
  t.revoked_at AS "revokedAt", t.last_used_at AS "lastUsedAt"`;

/** Tokens of programs, kept as keyed hashes. */
export class TokensStore {
  constructor(private readonly sql: Sql) {}

  async add(token: NewToken): Promise<TokenRow> {
    return onlyRow(
      await this.sql<TokenRow>(
        `INSERT INTO tokens AS t (account_id, name, scope, token_hash, created_by, created_at, expires_at)
         VALUES (:accountId, :name, :scope, :tokenHash, :createdBy, :createdAt, :expiresAt) RETURNING ${TOKEN}`,
        {
          accountId: token.accountId,
          name: token.name,
          scope: token.scope,
          tokenHash: token.tokenHash,
          createdBy: token.createdBy,
          createdAt: token.createdAt,
          expiresAt: token.expiresAt,
        },
      ),
    );
  }

  ofAccount(accountId: string): Promise<readonly TokenRow[]> {
    return this.sql(`SELECT ${TOKEN} FROM tokens t WHERE t.account_id = :accountId ORDER BY t.id DESC`, { accountId });
  }

  async revoke(id: string, now: Date): Promise<TokenRow | null> {
    const [row] = await this.sql<TokenRow>(
      `UPDATE tokens t SET revoked_at = CASE WHEN t.revoked_at IS NULL THEN :now ELSE t.revoked_at END WHERE t.id = :id RETURNING ${TOKEN}`,
      { id, now },
    );
    return row === undefined ? null : row;
  }

  /** The account a live token stands for. */
  async holder(tokenHash: string, now: Date): Promise<{ readonly account: AccountRow; readonly token: TokenRow } | null> {
    const [row] = await this.sql<TokenRow & { readonly account: AccountRow }>(
      `SELECT ${TOKEN}, jsonb_build_object('id', a.id::text, 'login', a.login, 'name', a.name, 'role', a.role, 'agencyId', a.agency_id::text,
         'regionId', a.region_id::text, 'disabled', a.disabled) AS account
       FROM tokens t JOIN accounts a ON a.id = t.account_id
       WHERE t.token_hash = :tokenHash AND t.expires_at > :now AND t.revoked_at IS NULL AND NOT a.disabled`,
      { tokenHash, now },
    );
    return row === undefined ? null : { account: row.account, token: row };
  }

  async noteUse(id: string, now: Date): Promise<void> {
    await this.sql('UPDATE tokens SET last_used_at = :now WHERE id = :id', { id, now });
  }
}
