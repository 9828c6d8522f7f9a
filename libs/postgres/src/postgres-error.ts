/** Why there is no server. Each message says what to do about it. */
export type PostgresErrorCode =
  | 'unsupported_platform'
  | 'binaries_missing'
  | 'binaries_unusable'
  | 'no_identity'
  | 'folder_unusable'
  | 'password_missing'
  | 'version_differs'
  | 'initdb_failed'
  | 'start_failed'
  | 'stop_failed';

/** The only error this library throws on purpose: a code for programs, a message for people. */
export class PostgresError extends Error {
  constructor(
    readonly code: PostgresErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'PostgresError';
  }
}
