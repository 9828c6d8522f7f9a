import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { ask } from '../ask/ask';
import { client } from '../ask/client';
import {
  AcceptDocument,
  PublishDocument,
  ReturnDocument,
  WithdrawDocument,
  type CellCommentInput,
  type MovePartsFragment,
} from '../generated/graphql';

/** `withdraw` is the agency's own move, the others are a supervisor's. */
export type MoveKind = 'accept' | 'return' | 'publish' | 'withdraw';

interface Move {
  readonly kind: MoveKind;
  readonly editionId: string;
  /** The reason of a return or a withdrawal, a note otherwise. */
  readonly why: string;
  readonly comments: readonly CellCommentInput[];
}

/** Carries out a decision; everything read before is asked for again, also after a refusal: what was read is then out of date. */
export function useMove(): UseMutationResult<MovePartsFragment, Error, Move> {
  return useMutation({
    mutationFn: moved,
    onSuccess: () => client.invalidateQueries(),
  });
}

async function moved({ kind, editionId: id, why, comments }: Move): Promise<MovePartsFragment> {
  const note = why.trim() === '' ? null : why.trim();
  if (kind === 'accept') return (await ask(AcceptDocument, { id, note })).acceptReport;
  if (kind === 'publish') return (await ask(PublishDocument, { id, note })).publishReport;
  if (kind === 'withdraw') return (await ask(WithdrawDocument, { id, reason: why.trim() })).withdrawReport;
  return (await ask(ReturnDocument, { id, reason: why.trim(), comments: [...comments] })).returnReport;
}
