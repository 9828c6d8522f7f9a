/**
 * Where the text of a cell comes from: `read` from a file, `carried` over from last year's report, `typed`; `typed_over` and `carried_changed` where the
 * file or last year said something else; null for a cell that is blank and always was.
 */
export type EntryOrigin = 'read' | 'typed_over' | 'carried' | 'carried_changed' | 'typed' | null;

/** What a cell would say by itself; undefined where nothing stands behind it. A file that was read goes before last year's report. */
export interface EntrySources {
  /** As the file prints it, `''` for a blank. */
  readonly read: string | undefined;
  readonly carried: string | undefined;
}

export function entryOrigin(text: string, { read, carried }: EntrySources): EntryOrigin {
  if (read !== undefined) return read === text ? (text === '' ? null : 'read') : 'typed_over';
  if (carried !== undefined) return carried === text ? 'carried' : 'carried_changed';
  return text === '' ? null : 'typed';
}
