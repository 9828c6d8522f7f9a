import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { ask } from '../ask/ask';
import { client } from '../ask/client';
import { LogInDocument, LogOutDocument, SessionDocument, type LogInMutation, type SessionQuery } from '../generated/graphql';

export type Session = SessionQuery;
export type Account = NonNullable<SessionQuery['me']>;

/** Who reads, and what this installation is. */
export function useSession(): UseQueryResult<Session> {
  return useQuery({ queryKey: ['session'], queryFn: () => ask(SessionDocument, {}), staleTime: 60_000 });
}

/** Everything read before was read as somebody else, so it is forgotten. */
export function useLogIn(): UseMutationResult<LogInMutation['logIn'], Error, { readonly login: string; readonly password: string }> {
  return useMutation({
    mutationFn: async (credentials) => (await ask(LogInDocument, credentials)).logIn,
    onSuccess: (result) => (result.__typename === 'Account' ? client.resetQueries() : undefined),
  });
}

export function useLogOut(): UseMutationResult<unknown, Error, void> {
  return useMutation({ mutationFn: () => ask(LogOutDocument, {}), onSuccess: () => client.resetQueries() });
}
