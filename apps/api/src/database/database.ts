import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { type Caller, settingsOf } from './caller';
import { overdueOr } from './deadlines';
import { type NamedStores, bindStores } from './named-stores';
import type { PublicReading } from './public-reading';
import { type Sql, sqlOf } from './sql';

const READING = 'ISOLATION LEVEL REPEATABLE READ READ ONLY';

/**
 * The one door to the database. Every reading and writing is a transaction of its own, taken as the role that owns nothing,
 * with the caller set for row-level security. The act names the stores it needs and gets those alone, bound to its transaction:
 * `database.write(caller, { editions: EditionsStore }, ({ editions }) => …)`. No other handle is in reach.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  /** Without a `publicReading`, as in commands, the public reads by transactions too. */
  constructor(
    private readonly dataSource: DataSource,
    private readonly publicReading: PublicReading | null = null,
  ) {}

  /** What everybody may see, whoever asks: each statement by itself, without a transaction and as of its own moment. Writing fails. */
  readPublic<Stores, T>(named: NamedStores<Stores>, work: (stores: Stores) => Promise<T>): Promise<T> {
    if (this.publicReading === null) return this.read({ kind: 'anonymous', address: null }, named, work);
    return work(bindStores(named, this.publicReading.sql));
  }

  /** What the caller may see by a single statement, which is of one moment by itself: for nobody in particular it takes no transaction. */
  readOnce<Stores, T>(caller: Caller, named: NamedStores<Stores>, work: (stores: Stores) => Promise<T>): Promise<T> {
    return caller.kind === 'anonymous' ? this.readPublic(named, work) : this.read(caller, named, work);
  }

  /** What the caller may see, all of it as of one moment. Writing fails. */
  read<Stores, T>(caller: Caller, named: NamedStores<Stores>, work: (stores: Stores) => Promise<T>): Promise<T> {
    return this.transaction(caller, READING, (sql) => work(bindStores(named, sql)));
  }

  /** All or nothing: what throws leaves no trace. */
  write<Stores, T>(caller: Caller, named: NamedStores<Stores>, work: (stores: Stores) => Promise<T>): Promise<T> {
    return this.transaction(caller, 'READ WRITE', (sql) => work(bindStores(named, sql)));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.publicReading?.close();
  }

  /** Everything done through the database handed over is kept together at the end, or not at all: for filling a whole database. */
  allOrNothing<T>(work: (database: Database) => Promise<T>): Promise<T> {
    return this.connected(async (client) => {
      await client.query(WHOLE.begin);
      return ending(client, WHOLE, () => work(new StepwiseDatabase(this.dataSource, client)));
    });
  }

  protected transaction<T>(caller: Caller, mode: string, work: (sql: Sql) => Promise<T>): Promise<T> {
    const isPublic = caller.kind === 'anonymous' && mode === READING;
    const begun = (client: PoolClient): Promise<T> => begunAs(caller, client, { ...WHOLE, begin: `BEGIN ${mode}` }, work);
    const done = isPublic && this.publicReading !== null ? this.publicReading.connected(begun) : this.connected(begun);
    return done.catch((fault: unknown) => {
      throw overdueOr(fault);
    });
  }

  private async connected<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      return await work(await runner.connect());
    } finally {
      await runner.release();
    }
  }
}

/** Each reading and writing is a step of one transaction; a step that throws leaves no trace in it. */
class StepwiseDatabase extends Database {
  constructor(
    dataSource: DataSource,
    private readonly client: PoolClient,
  ) {
    super(dataSource);
  }

  protected override transaction<T>(caller: Caller, _mode: string, work: (sql: Sql) => Promise<T>): Promise<T> {
    return begunAs(caller, this.client, STEP, work);
  }
}

interface Bounds {
  readonly begin: string;
  readonly keep: string;
  readonly undo: string;
}

const WHOLE: Bounds = { begin: 'BEGIN', keep: 'COMMIT', undo: 'ROLLBACK' };
const STEP: Bounds = { begin: 'SAVEPOINT step', keep: 'RELEASE step', undo: 'ROLLBACK TO step' };

async function begunAs<T>(caller: Caller, client: PoolClient, bounds: Bounds, work: (sql: Sql) => Promise<T>): Promise<T> {
  return ending(client, bounds, async () => {
    await client.query(`${bounds.begin}; ${settings(caller)}`);
    return work(sqlOf(client));
  });
}

async function ending<T>(client: PoolClient, bounds: Bounds, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    await client.query(bounds.keep);
    return result;
  } catch (fault) {
    await client.query(bounds.undo).catch(() => undefined);
    throw fault;
  }
}

/** Sent with the opening in one round trip; the settings hold digits and role names only. */
function settings(caller: Caller): string {
  const each = Object.entries(settingsOf(caller)).map(([name, value]) => `set_config('gongkai.${name}', '${value}', true)`);
  return `SET LOCAL ROLE gongkai_app; SELECT ${each.join(', ')}`;
}
