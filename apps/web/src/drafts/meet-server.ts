import type { DraftCopyPartsFragment, DraftPartsFragment, SaveDraftMutation } from '../generated/graphql';
import type { LocalDraft } from './draft-shelf';
import type { DraftsApart } from './draft-view';
import { isSameContent, type TypedContent } from './typed-content';

type SavedDraft = Extract<SaveDraftMutation['saveDraft'], { readonly __typename: 'Draft' }>;

/**
 * The draft of this page once the server's was read. What is sent gives way to what the server has. What is not sent stays, over the version it was
 * typed over: unless the server has just this, or what this page gave it last without an answer.
 */
export function meetServer(local: LocalDraft, standing: DraftPartsFragment): LocalDraft {
  if (local.isSent || isSameContent(standing.content, local.content))
    return { ...local, content: standing.content, standing, isSent: true, trying: null };
  const isLastTry = local.trying !== null && isSameContent(standing.content, local.trying);
  if (isLastTry || local.standing === null || isSameVersion(local.standing, standing)) return { ...local, standing, trying: null };
  return { ...local, trying: null };
}

function isSameVersion(one: DraftPartsFragment, other: DraftPartsFragment): boolean {
  return one.version === other.version && one.life === other.life;
}

/** The draft of this page once the server kept what was sent; typing may have gone on. What a file says does not change, so that it is not told again. */
export function keptOnServer(local: LocalDraft, sent: TypedContent, { file, ...head }: SavedDraft): LocalDraft {
  const settled = local.settled.filter((id) => head.copies.some((copy) => copy.id === id));
  const known = local.standing?.file ?? null;
  const standing = { ...head, file: known?.id === file?.id ? known : null };
  return { ...local, standing, settled, trying: null, isSent: isSameContent(local.content, sent) };
}

/** The draft of this page beside the one that somebody saved meanwhile. */
export function besideTheirs(yours: TypedContent, theirs: DraftPartsFragment, copy: DraftCopyPartsFragment): DraftsApart {
  return { theirs, yours, copy, isMine: true };
}

/** The oldest copy beside the draft that nobody dealt with yet; null where there is none. */
export function leftCopy({ standing, settled }: LocalDraft): DraftsApart | null {
  const copy = standing?.copies.find(({ id }) => !settled.includes(id));
  return standing && copy ? { theirs: standing, yours: copy.content, copy, isMine: false } : null;
}
