import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseMutationResult,
} from '@tanstack/react-query';
import { ask } from '../ask/ask';
import { client } from '../ask/client';
import {
  MarkNoticesReadDocument,
  NoticesDocument,
  UnreadDocument,
  type MarkNoticesReadMutation,
  type NoticesQuery,
} from '../generated/graphql';

export type NoticeItem = NoticesQuery['notices']['items'][number];

const KEY = ['notices'];
const PAGE = 50;
const ASKED_EVERY = 60_000;

/** How many the reader has not read; undefined until it is known. */
export function useUnread(): number | undefined {
  const { data } = useQuery({ queryKey: [...KEY, 'unread'], queryFn: () => ask(UnreadDocument, {}), refetchInterval: ASKED_EVERY });
  return data?.notices.unread;
}

export function useNotices(): UseInfiniteQueryResult<InfiniteData<NoticesQuery['notices']>> {
  return useInfiniteQuery({
    queryKey: KEY,
    queryFn: async ({ pageParam }) => (await ask(NoticesDocument, { first: PAGE, after: pageParam })).notices,
    initialPageParam: null as string | null,
    getNextPageParam: ({ after }) => after ?? null,
  });
}

export function useMarkRead(): UseMutationResult<MarkNoticesReadMutation['markNoticesRead'], Error, readonly string[]> {
  return useMutation({
    mutationFn: async (ids) => (await ask(MarkNoticesReadDocument, { ids: [...ids] })).markNoticesRead,
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
