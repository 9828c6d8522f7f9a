import {
  useInfiniteQuery,
  useMutation,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseMutationResult,
} from '@tanstack/react-query';
import { ask } from '../../ask/ask';
import { client } from '../../ask/client';
import {
  AccountsDocument,
  AddAccountDocument,
  DisableAccountDocument,
  type AccountFilter,
  type AccountInput,
  type AccountsQuery,
  type AddAccountMutation,
  type DisableAccountMutation,
  type DisableAccountMutationVariables,
} from '../../generated/graphql';

const KEY = ['accounts'];
const PAGE = 50;

export function useAccounts(filter: AccountFilter): UseInfiniteQueryResult<InfiniteData<AccountsQuery['accounts']>> {
  return useInfiniteQuery({
    queryKey: [...KEY, filter],
    queryFn: async ({ pageParam }) => (await ask(AccountsDocument, { filter, first: PAGE, after: pageParam })).accounts,
    initialPageParam: null as string | null,
    getNextPageParam: ({ after }) => after ?? null,
    placeholderData: (before) => before,
  });
}

export function useAddAccount(): UseMutationResult<AddAccountMutation['saveRegisters'], Error, AccountInput> {
  return useMutation({
    mutationFn: async (account) => (await ask(AddAccountDocument, { account })).saveRegisters,
    onSuccess: () => void client.invalidateQueries({ queryKey: KEY }),
  });
}

export function useDisableAccount(): UseMutationResult<DisableAccountMutation['disableAccount'], Error, DisableAccountMutationVariables> {
  return useMutation({
    mutationFn: async (asked) => (await ask(DisableAccountDocument, asked)).disableAccount,
    onSuccess: () => void client.invalidateQueries({ queryKey: KEY }),
  });
}
