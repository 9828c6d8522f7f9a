import { Pool } from 'pg';
import type { Sql } from './sql';

/** As the session stays for ever: the role that owns nothing, nobody in particular, nothing to write. */
const PUBLIC = '-c role=gongkai_app -c gongkai.role=anonymous -c default_transaction_read_only=on';

/**
 * Statements of the public, each by itself and prepared once a connection: one round trip where a transaction of a caller takes four.
 * Row-level security holds as for any caller who is not logged in.
 */
export class PublicReading {
  private readonly pool: Pool;
  private readonly names = new Map<string, string>();

  constructor(url: string, size: number) {
    this.pool = new Pool({ connectionString: url, max: size, options: PUBLIC, application_name: 'gongkai public' });
    // A connection that breaks while it waits is replaced by the next statement.
    this.pool.on('error', () => undefined);
  }

  readonly sql: Sql = async <Row>(text: string, values: readonly unknown[] = []) => {
    const { rows } = await this.pool.query({ name: this.nameOf(text), text, values: [...values] });
    return rows as readonly Row[];
  };

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
