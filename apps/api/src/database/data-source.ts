import { DataSource } from 'typeorm';
import type { Deadlines } from '../config';
import { optionsOf } from './deadlines';
import { MIGRATIONS } from './migrations';

/** A connection pool that knows the diary of migrations and no entities: the stores speak SQL. Without deadlines, as in commands, work takes as long as it takes. */
export function createDataSource(url: string, poolSize: number, migrations = MIGRATIONS, deadlines?: Deadlines): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    poolSize,
    applicationName: 'gongkai',
    migrations,
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'all',
    synchronize: false,
    entities: [],
    logging: false,
    ...(deadlines === undefined ? {} : { connectTimeoutMS: deadlines.connection * 1000, extra: { options: optionsOf(deadlines) } }),
  });
}
