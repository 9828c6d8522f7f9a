import type { DraftCopyPartsFragment, DraftPartsFragment, RefusalWordsFragment } from '../generated/graphql';
import type { TypedContent } from './typed-content';

/**
 * Where what was typed is:
 * - `opening`: nothing is known yet;
 * - `none`: the agency owes no report of the year, or the reader does not work for it;
 * - `new`: nothing was typed yet, the content is what a draft begins with;
 * - `saved`: on the server;
 * - `waiting`, `saving`: in this browser, on its way to the server;
 * - `offline`: in this browser; goes to the server by itself as soon as there is a network;
 * - `signed_out`: in this browser; goes to the server after the next log-in of the same account;
 * - `conflict`: on the server beside another version that was saved meanwhile; somebody has to choose;
 * - `refused`: in this browser, the server says why it does not take it;
 * - `failed`: in this browser, the server has a fault; tried again by itself.
 */
export type Saving =
  'opening' | 'none' | 'new' | 'saved' | 'waiting' | 'saving' | 'offline' | 'signed_out' | 'conflict' | 'refused' | 'failed';

/** Two versions of which somebody has to make one; both stay until then. */
export interface DraftsApart {
  /** What is saved as the draft. */
  readonly theirs: DraftPartsFragment;
  /** What was typed beside it. */
  readonly yours: TypedContent;
  /** The copy of `yours` on the server, with its author and time. */
  readonly copy: DraftCopyPartsFragment;
  /** It was typed on this page, which saves nothing before it is settled. Else it is what somebody left behind. */
  readonly isMine: boolean;
}

/** The draft as it stands at one moment. */
export interface DraftView {
  readonly saving: Saving;
  /** Null until it is known. */
  readonly content: TypedContent | null;
  /** Counts up when the content is another by anything but `change`: what shows it begins anew. */
  readonly revision: number;
  /** The server's draft that the content was typed over: saved when and by whom, figures carried on, rights. */
  readonly standing: DraftPartsFragment | null;
  readonly conflict: DraftsApart | null;
  /** Why the server does not take what was typed. */
  readonly refusal: RefusalWordsFragment | null;
  /** What went wrong with the platform at the last try. */
  readonly fault: unknown;
  /** False where this browser keeps nothing: what is not saved would be lost with the page. */
  readonly isKeptHere: boolean;
}

export const NOTHING_SEEN: DraftView = {
  saving: 'opening',
  content: null,
  revision: 0,
  standing: null,
  conflict: null,
  refusal: null,
  fault: null,
  isKeptHere: true,
};
