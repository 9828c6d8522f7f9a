import type { TypedDocumentString } from '../generated/graphql';
import { Fault } from './fault';
import { requestBody } from './request-body';
import { tellReach } from './reach';

/** Asks the platform and gives the data; throws a `Fault` where there is none, or the signal ends the waiting. Refusals are data. */
export async function ask<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const response = await post(document.toString(), variables, signal);
  const answer = (await response.json().catch(() => ({}))) as Answer<Result>;
  const [error] = answer.errors ?? [];
  if (error) throw new Fault('server', error.extensions?.id ?? null, error.message);
  if (answer.data === undefined || answer.data === null) throw new Fault('server', null, `HTTP ${response.status}`);
  return answer.data;
}

interface Answer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly id?: string } }[];
}

async function post(query: string, variables: unknown, signal: AbortSignal | undefined): Promise<Response> {
  const { body, headers } = requestBody(query, variables);
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { ...headers, 'apollo-require-preflight': '1' },
      body,
      ...(signal ? { signal } : {}),
    });
    tellReach(true);
    return response;
  } catch (error) {
    tellReach(false);
    throw new Fault('offline', null, String(error));
  }
}
