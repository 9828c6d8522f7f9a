import type { Original, Words } from '@gongkai/model';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { Fault } from '../ask/fault';

/** What is refused of an original, by the platform's code. */
export interface OriginalRefusal {
  readonly code: string;
  readonly message: Words;
}

export type OriginalAnswer = { readonly original: Original } | { readonly refusal: OriginalRefusal };

/** What reading saw of the file at an address; of a kept edition it never changes. */
export function useOriginal(path: string): UseQueryResult<OriginalAnswer> {
  return useQuery({ queryKey: ['original', path], queryFn: ({ signal }) => fetchOriginal(path, signal), staleTime: Infinity });
}

/** The bytes of the file itself. */
export function useOriginalBytes(path: string): UseQueryResult<ArrayBuffer> {
  return useQuery({
    queryKey: ['original-bytes', path],
    queryFn: async ({ signal }) => {
      const answer = await get(path, signal);
      if (!answer.ok) throw new Fault('server', null, `HTTP ${answer.status}`);
      return answer.arrayBuffer();
    },
    staleTime: Infinity,
    gcTime: 60_000,
  });
}

async function fetchOriginal(path: string, signal: AbortSignal): Promise<OriginalAnswer> {
  const answer = await get(`${path}/seen`, signal);
  const said: unknown = await answer.json().catch(() => null);
  if (answer.ok && said !== null) return { original: said as Original };
  if (isRefusal(said)) return { refusal: { code: said.code, message: said.message } };
  throw new Fault('server', null, `HTTP ${answer.status}`);
}

function isRefusal(said: unknown): said is OriginalRefusal {
  return typeof said === 'object' && said !== null && 'code' in said && 'message' in said;
}

async function get(path: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(path, { credentials: 'same-origin', signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Fault('offline', null, String(error));
  }
}
