import type { SentFile } from './attacked-city';

export interface SentQuestion {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** The headers that say who asks. */
  readonly as?: Readonly<Record<string, string>>;
  /** Goes to variables.input.report.file, or to variables.input.file where there is no report. */
  readonly file?: SentFile;
  readonly signal?: AbortSignal;
}

export interface HeardAnswer<Result> {
  readonly status: number;
  readonly data: Result | null;
  readonly code: string | null;
  readonly cookie: string | null;
}

/** One GraphQL request; `code` is that of its first error or refusal. */
export async function sendQuestion<Result extends object>(address: string, question: SentQuestion): Promise<HeardAnswer<Result>> {
  const signal = question.signal ?? AbortSignal.timeout(120_000);
  const response = await fetch(`${address}/graphql`, { method: 'POST', signal, ...sent(question) });
  const text = await response.text();
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? null;
  const body = text.startsWith('{') ? (JSON.parse(text) as Body<Result>) : {};
  return { status: response.status, data: body.data ?? null, code: codeIn(body), cookie };
}

/** What a request was refused with: its code, else its status where that is none of success. */
export function refusalOf({ status, code }: HeardAnswer<object>): string {
  if (code !== null) return code;
  return status >= 400 ? String(status) : 'nothing';
}

interface Body<Result> {
  readonly data?: Result | null;
  readonly code?: string;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

function codeIn<Result extends object>({ data, errors, code }: Body<Result>): string | null {
  const [error] = errors ?? [];
  if (error !== undefined) return error.extensions?.code ?? error.message;
  const said = Object.values(data ?? {}) as readonly ({ readonly code?: string } | null)[];
  return said.find((each) => typeof each?.code === 'string')?.code ?? code ?? null;
}

function sent({ query, variables, as, file }: SentQuestion): {
  readonly headers: Record<string, string>;
  readonly body: string | FormData;
} {
  const headers = { 'apollo-require-preflight': '1', ...as };
  const operations = JSON.stringify({ query, variables });
  if (file === undefined) return { headers: { ...headers, 'content-type': 'application/json' }, body: operations };
  const input = variables?.['input'];
  const place = typeof input === 'object' && input !== null && 'report' in input ? 'variables.input.report.file' : 'variables.input.file';
  const form = new FormData();
  form.set('operations', operations);
  form.set('map', JSON.stringify({ file: [place] }));
  form.set('file', new Blob([new Uint8Array(file.content)]), file.name);
  return { headers, body: form };
}
