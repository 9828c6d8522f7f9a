import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { ask } from '../../ask/ask';
import { client } from '../../ask/client';
import {
  CreateTokenDocument,
  RevokeTokenDocument,
  type CreateTokenMutation,
  type CreateTokenMutationVariables,
  type RevokeTokenMutation,
} from '../../generated/graphql';

export const TOKENS_KEY = ['tokens'];

export function useCreateToken(): UseMutationResult<CreateTokenMutation['createToken'], Error, CreateTokenMutationVariables> {
  return useMutation({
    mutationFn: async (asked) => (await ask(CreateTokenDocument, asked)).createToken,
    onSuccess: () => void client.invalidateQueries({ queryKey: TOKENS_KEY }),
  });
}

export function useRevokeToken(): UseMutationResult<RevokeTokenMutation['revokeToken'], Error, string> {
  return useMutation({
    mutationFn: async (id) => (await ask(RevokeTokenDocument, { id })).revokeToken,
    onSuccess: () => void client.invalidateQueries({ queryKey: TOKENS_KEY }),
  });
}
