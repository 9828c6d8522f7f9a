import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { SentFile } from '../attacked-city';
import type { RandomRequest } from './random-request';

export interface RandomAnswer {
  readonly status: number;
  readonly text: string;
  readonly answer: RandomReply;
}

export interface RandomReply {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

type Headers = Readonly<Record<string, string>>;

/** As everybody asks: a file comes as a multipart request, a subscription over a socket. */
export async function sendRandom(address: string, request: RandomRequest, as: Headers, file: SentFile): Promise<RandomAnswer> {
  if (request.kind === 'subscription') return listen(address, request, as);
  const response = await post(`${address}/graphql`, () => sent(request, as, file));
  const text = await response.text();
  return { status: response.status, text, answer: text.startsWith('{') ? (JSON.parse(text) as RandomReply) : {} };
}

/** A kept connection that the other side has just closed is opened anew, as every client does; a second time is a fault. */
async function post(url: string, content: () => { headers: Headers; body: string | FormData }): Promise<Response> {
  const once = (): Promise<Response> => fetch(url, { method: 'POST', ...content(), signal: AbortSignal.timeout(120_000) });
  return once().catch((fault: unknown) => {
    if (!isTorn(fault)) throw fault;
    return once();
  });
}

const isTorn = (fault: unknown): boolean =>
  fault instanceof TypeError &&
  ['EPIPE', 'ECONNRESET', 'UND_ERR_SOCKET'].includes((fault.cause as { code?: string } | undefined)?.code ?? '');

function sent({ query, variables, file }: RandomRequest, as: Headers, content: SentFile): { headers: Headers; body: string | FormData } {
  const headers = { 'apollo-require-preflight': '1', ...as };
  const operations = JSON.stringify({ query, variables });
  if (file === null) return { headers: { ...headers, 'content-type': 'application/json' }, body: operations };
  const form = new FormData();
  form.set('operations', operations);
  form.set('map', JSON.stringify({ file: [file] }));
  form.set('file', new Blob([new Uint8Array(content.content)]), content.name);
  return { headers, body: form };
}

/** The first answer of a subscription, or why there is none. */
async function listen(address: string, { query, variables }: RandomRequest, as: Headers): Promise<RandomAnswer> {
  class SocketOfCaller extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols, { headers: as });
    }
  }
  const client = createClient({ url: `${address.replace('http', 'ws')}/graphql`, webSocketImpl: SocketOfCaller, retryAttempts: 0 });
  try {
    const heard = await new Promise<RandomReply>((resolve) => {
      const refused = (fault: unknown): void => resolve({ errors: refusalsIn(fault) });
      client.subscribe(
        { query, variables },
        { next: (answer) => resolve(answer as RandomReply), error: refused, complete: () => resolve({}) },
      );
    });
    return { status: 200, text: JSON.stringify(heard), answer: heard };
  } finally {
    await client.dispose();
  }
}

function refusalsIn(fault: unknown): NonNullable<RandomReply['errors']> {
  return Array.isArray(fault) ? (fault as NonNullable<RandomReply['errors']>) : [{ message: 'closed', extensions: { code: 'CLOSED' } }];
}
