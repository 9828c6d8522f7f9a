/** Why nothing was dumped or restored; stable, for programs. */
export type DumpTroubleCode =
  'file_exists' | 'no_such_file' | 'not_a_dump' | 'newer_dump' | 'damaged' | 'not_empty' | 'other_schema' | 'not_the_owner' | 'not_proved';

/** Said to the operator as it stands; nothing was written. */
export class DumpTrouble extends Error {
  override readonly name = 'Trouble';

  constructor(
    readonly code: DumpTroubleCode,
    words: string,
    options: { readonly cause?: unknown } = {},
  ) {
    super(`${code}: ${words}`, options);
  }
}

/** A fault of rights (SQLSTATE 42501) in the operator's words; any other as it is. */
export function inWords(fault: unknown): unknown {
  if (!(fault instanceof Error) || !('code' in fault) || fault.code !== '42501') return fault;
  const words = `this takes the owner of the database (of its tables, for a dump): ${fault.message}. No superuser is needed.`;
  return new DumpTrouble('not_the_owner', words, { cause: fault });
}
