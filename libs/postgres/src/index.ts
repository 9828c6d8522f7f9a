export { startPostgres } from './start-postgres';
export type { RunningPostgres, StartOptions } from './start-postgres';
export { PostgresError } from './postgres-error';
export type { PostgresErrorCode } from './postgres-error';
