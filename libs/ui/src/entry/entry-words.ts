import type { TableWords } from '../tables/table-words';

/** Where the text of a cell comes from. */
export type ShownOrigin = 'read' | 'typed_over' | 'carried' | 'carried_changed' | 'typed';

/** What tables that are filled in say, in the reader's language. */
export interface EntryWords extends TableWords {
  readonly origins: Readonly<Record<ShownOrigin, string>>;
  /** Of a total, which is worked out. */
  readonly total: string;
  /** Of what a file or last year says instead. */
  readonly was: (text: string) => string;
  /** Of a total of the file beside what its parts make. */
  readonly printedTotal: (worked: string) => string;
  /** How the tables are used by keyboard; said to who listens. */
  readonly keys: string;
  /** Of a key pressed on a total. */
  readonly locked: string;
  /** After Escape: the next Tab leaves. */
  readonly leave: string;
}
