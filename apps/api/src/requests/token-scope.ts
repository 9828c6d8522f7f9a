import type { Caller, TokenScope } from '../database/caller';

/** What a program may change with a token; everything else is for people. */
const ACTS: Readonly<Record<TokenScope, readonly string[]>> = {
  read: ['validateReport'],
  file: [
    'validateReport',
    'submitReport',
    'withdrawReport',
    'saveDraft',
    'readIntoDraft',
    'discardDraft',
    'restoreDraft',
    'submitDraft',
    'fileNil',
    'answerComment',
  ],
  import: ['validateReport', 'importPublishedReport', 'startImport', 'resolveImport'],
};

/** Whether a mutation is within the scope of the caller's token; a person's acts always are. */
export function isInScope(caller: Caller, mutation: string): boolean {
  return caller.kind !== 'account' || caller.token === null || ACTS[caller.token.scope].includes(mutation);
}
