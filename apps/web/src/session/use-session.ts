import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { ask } from '../ask/ask';
import { client } from '../ask/client';
import { askOrRecall, EVERYBODY, forgetAnswers, recall, recallFor } from '../ask/recall';
import { clearSentDrafts } from '../drafts/draft-shelf';
import {
  ChangePasswordDocument,
  LogInDocument,
  LogOutDocument,
  SessionDocument,
  type ChangePasswordMutation,
  type ChangePasswordMutationVariables,
  type LogInMutation,
  type SessionQuery,
} from '../generated/graphql';
import { hasEnded } from './has-ended';

export interface Session extends SessionQuery {
  /** Somebody was logged in in this browser and did not log out: the session ran out. */
  readonly hasEnded: boolean;
}
export type Account = NonNullable<SessionQuery['me']>;

const KEY = ['session'];

/** Who reads, and what this installation is. */
export function useSession(): UseQueryResult<Session> {
  return useQuery({ queryKey: KEY, queryFn: readSession, staleTime: 60_000 });
}

/** Without the platform the session that was read last: its reader goes on with what this browser keeps. */
async function readSession(): Promise<Session> {
  const before = client.getQueryData<Session>(KEY) ?? (await recall(SessionDocument, {}, EVERYBODY));
  const session = await askOrRecall(SessionDocument, {}, EVERYBODY);
  recallFor(session.me?.id ?? EVERYBODY);
  return { ...session, hasEnded: hasEnded(before, session) };
}

export function useLogIn(): UseMutationResult<LogInMutation['logIn'], Error, { readonly login: string; readonly password: string }> {
  return useMutation({
    mutationFn: async (credentials) => (await ask(LogInDocument, credentials)).logIn,
    onSuccess: (result) => (result.__typename === 'Account' ? becomes(result) : undefined),
  });
}

export function useLogOut(): UseMutationResult<unknown, Error, void> {
  return useMutation({ mutationFn: () => ask(LogOutDocument, {}), onSuccess: () => becomes(null) });
}

/** The platform ends every session with the old password, this one too. */
export function useChangePassword(
  onChanged: () => void,
): UseMutationResult<ChangePasswordMutation['changePassword'], Error, ChangePasswordMutationVariables> {
  return useMutation({
    mutationFn: async (passwords) => (await ask(ChangePasswordDocument, passwords)).changePassword,
    onSuccess: (result) => {
      if (result.__typename !== 'Account') return undefined;
      onChanged();
      return becomes(null);
    },
  });
}

/** Another reader: everything read before was read as somebody else and is asked for again. */
async function becomes(me: Account | null): Promise<void> {
  if (me === null) await Promise.all([forgetAnswers(), clearSentDrafts()]);
  client.setQueryData<Session>(KEY, (session) => session && { ...session, me, hasEnded: false });
  void client.invalidateQueries({ queryKey: KEY });
  await client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] });
}
