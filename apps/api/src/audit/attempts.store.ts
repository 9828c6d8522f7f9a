import type { Sql } from '../database/sql';

/** Whose failures in a row are counted: a name's, a device's that was here before, or an account's that changes its password. */
export interface LoginAttempt {
  readonly kind: 'name' | 'device' | 'account';
  /** At most 100 characters. */
  readonly key: string;
}

/** Something refused that strangers can cause as often as they like. */
export interface CountedAct {
  readonly action: string;
  readonly subject: string | null;
  readonly after: Readonly<Record<string, unknown>>;
  /** What it is counted under, the narrowest first, each with how many an hour are written down one by one. */
  readonly within: readonly (readonly [key: string, most: number])[];
}

/** Attempts to log in, by the database's clock and for all apis alike, and what is counted rather than written down each time. */
export class AttemptsStore {
  constructor(private readonly sql: Sql) {}

  /** 0 where the attempt is taken, else how many seconds are to be waited for the next. */
  async take({ kind, key }: LoginAttempt, address: string): Promise<number> {
    const [row] = await this.sql<{ wait: number }>('SELECT take_attempt(:kind, :key, :address) AS wait', { kind, key, address });
    if (row === undefined) throw new Error('no attempt was taken');
    return row.wait;
  }

  /** The attempt that was taken was no failure. */
  async forgive({ kind, key }: LoginAttempt): Promise<void> {
    await this.sql('SELECT forgive_attempts(:kind, :key)', { kind, key });
  }

  async failFrom(address: string): Promise<void> {
    await this.sql(`SELECT fail_attempt('address', :address)`, { address });
  }

  async note({ action, subject, after, within }: CountedAct): Promise<void> {
    const [keys, mosts] = [within.map(([key]) => key), within.map(([, most]) => most)];
    await this.sql('SELECT note_counted(:action, :subject, :after, :keys, :mosts)', {
      action,
      subject,
      after: JSON.stringify(after),
      keys,
      mosts,
    });
  }
}
