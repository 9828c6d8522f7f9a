import { DataSource } from 'typeorm';
import { MIGRATIONS } from './migrations';

/** A connection pool that knows the diary of migrations and no entities: the stores speak SQL. */
export function createDataSource(url: string, poolSize: number, migrations = MIGRATIONS): DataSource {
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
  });
}
