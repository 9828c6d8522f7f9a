import { Pool, type PoolClient } from 'pg';
import type { Deadlines } from '../config';
import { optionsOf, overdueOr } from './deadlines';
import { type Sql, type Values, placedStatement } from './sql';

/** As the session stays for ever: the role that owns nothing, nobody in particular, nothing to write. */
const PUBLIC = '-c role=gongkai_app -c gongkai.role=anonymous -c default_transaction_read_only=on';

/**
 * Statements of the public, each by itself and prepared once a connection: one round trip where a transaction of a caller takes four.
 * Row-level security holds as for any caller who is not logged in.
 */
export class PublicReading {
  private readonly pool: Pool;
  private readonly names = new Map<string, string>();

  constructor(url: string, size: number, deadlines: Deadlines) {
    this.pool = new Pool({
      connectionString: url,
      max: size,
      options: `${PUBLIC} ${optionsOf(deadlines)}`,
      application_name: 'gongkai public',
      connectionTimeoutMillis: deadlines.connection * 1000,
    });
    // A connection that breaks while it waits is replaced by the next statement.
    this.pool.on('error', () => undefined);
  }

  readonly sql: Sql = async <Row>(text: string, values: Values | readonly unknown[] = []) => {
    try {
      const { rows } = await this.pool.query({ name: this.nameOf(text), ...placedStatement(text, values) });
      return rows as readonly Row[];
    } catch (fault) {
      throw overdueOr(fault);
    }
  };

  /** A connection for one transaction of the public: however many it asks for, those of all others stay free. */
  async connected<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    const hear = (fault: Error): void => void (broken = fault);
    client.on('error', hear);
    try {
      return await work(client);
    } finally {
      client.off('error', hear);
      client.release(broken);
    }
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  /** The stores' statements are few and constant, so that each gets a name for good. */
  private nameOf(text: string): string {
    const known = this.names.get(text);
    if (known !== undefined) return known;
    const name = `public_${this.names.size}`;
    this.names.set(text, name);
    return name;
  }
}
