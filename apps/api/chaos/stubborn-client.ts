import { setTimeout as sleep } from 'node:timers/promises';

export interface StubbornUpload {
  readonly name: string;
  readonly content: Buffer;
}

/** A file, and the variable it goes to. */
export interface PlacedUpload extends StubbornUpload {
  readonly place: string;
}

export interface Ask {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** The header that says who asks. */
  readonly as?: Readonly<Record<string, string>>;
  readonly files?: readonly PlacedUpload[];
}

const PATIENCE_MS = 30_000;
const LONGEST_PAUSE_MS = 400;
/** What no trying again mends: the question itself is wrong. */
const HOPELESS = ['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED', 'BAD_USER_INPUT'];
const HOPELESS_STATUSES = [400, 413];

/** Asks as a program in an office does whose line breaks: again and again, of one address after the other, until there is an answer. */
export class StubbornClient {
  requests = 0;
  inFlight = 0;

  constructor(private readonly addresses: readonly string[]) {}

  /** The answer's data, and at which attempt it came. */
  async ask<Answer extends object>(
    ask: Ask,
  ): Promise<{ readonly answer: Answer; readonly attempt: number; readonly cookie: string | null }> {
    for (let attempt = 1; ; attempt += 1) {
      const heard = await this.tryOnce<Answer>(ask);
      if (heard !== null) return { ...heard, attempt };
      await sleep(Math.random() * LONGEST_PAUSE_MS);
    }
  }

  private async tryOnce<Answer extends object>(ask: Ask): Promise<{ readonly answer: Answer; readonly cookie: string | null } | null> {
    const address = this.addresses[this.requests % this.addresses.length];
    this.requests += 1;
    this.inFlight += 1;
    try {
      const response = await fetch(`${address}/graphql`, { method: 'POST', signal: AbortSignal.timeout(PATIENCE_MS), ...sent(ask) });
      const { data, errors } = (await response.json()) as { data?: Answer; errors?: readonly { extensions?: { code?: string } }[] };
      const hopeless = errors?.find(({ extensions }) => HOPELESS.includes(String(extensions?.code)));
      if (hopeless !== undefined || HOPELESS_STATUSES.includes(response.status)) throw new Hopeless(JSON.stringify(errors));
      if (errors !== undefined || data === undefined || data === null || isOverburdened(data)) return null;
      return { answer: data, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? null };
    } catch (fault) {
      if (fault instanceof Hopeless) throw fault;
      return null;
    } finally {
      this.inFlight -= 1;
    }
  }
}

/** The refusals of a platform that has too much to do at the moment, and that kept nothing. */
const TRY_AGAIN = ['BUSY', 'PARSE_TIMEOUT'];

function isOverburdened(answer: object): boolean {
  return Object.values(answer).some((said: { readonly code?: string } | null) => TRY_AGAIN.includes(String(said?.code)));
}

class Hopeless extends Error {}

function sent({ query, variables, as, files }: Ask): { readonly headers: Record<string, string>; readonly body: string | FormData } {
  const headers = { 'apollo-require-preflight': '1', ...as };
  const operations = JSON.stringify({ query, variables });
  if (files === undefined) return { headers: { ...headers, 'content-type': 'application/json' }, body: operations };
  const form = new FormData();
  form.set('operations', operations);
  form.set('map', JSON.stringify(Object.fromEntries(files.map(({ place }, at) => [at, [place]]))));
  files.forEach(({ name, content }, at) => form.set(String(at), new Blob([new Uint8Array(content)]), name));
  return { headers, body: form };
}
