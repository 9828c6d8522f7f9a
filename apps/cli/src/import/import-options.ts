import type { Language } from '@gongkai/model';

/** What `gongkai import` is asked for. */
export interface ImportOptions {
  readonly language: Language;
  readonly json: boolean;
  readonly url: string;
  readonly token: string;
  /** Name or id of a region; null: that of the account. */
  readonly region: string | null;
  /** For reports that print none. */
  readonly year: number | null;
  readonly source: { readonly url: string | null; readonly citation: string | null; readonly publishedOn: string | null };
  /** An import begun before, to be followed to its end. */
  readonly job: string | null;
}
