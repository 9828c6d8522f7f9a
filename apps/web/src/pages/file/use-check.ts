import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { ask } from '../../ask/ask';
import { CheckDocument, type CheckMutation } from '../../generated/graphql';

export type CheckAnswer = CheckMutation['validateReport'];
export type Validation = Extract<CheckAnswer, { readonly __typename: 'Validation' }>;

export interface FileToCheck {
  readonly file: File;
  readonly agencyId: string | null;
  readonly year: number | null;
}

/** Reads and checks a file; nothing is kept. */
export function useCheck(): UseMutationResult<CheckAnswer, Error, FileToCheck> {
  return useMutation({ mutationFn: async (input) => (await ask(CheckDocument, { input })).validateReport });
}
