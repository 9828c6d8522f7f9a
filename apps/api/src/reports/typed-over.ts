import type { Place } from '@gongkai/model';

/** What a file says where somebody typed something else. */
export interface TypedOverRow {
  /** As printed; `""` where it says nothing. */
  readonly raw: string;
  readonly place: Place | null;
  /** Of who typed it: the id of the account while it is kept, then the name; null to those who may not know the person. */
  readonly by: string | null;
}
