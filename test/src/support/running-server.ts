import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { WORKSPACE } from './fresh-database';

/** The answer to a GraphQL request, with the session cookie it set. */
interface Answer<Result> {
  readonly status: number;
  readonly result: Result;
  readonly errors: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[] | undefined;
  readonly cookie: string | null;
}

export interface Upload {
  readonly name: string;
  readonly content: Uint8Array;
}

export interface RunningServer {
  readonly address: string;
  ask<Result>(
    document: string,
    variables?: Record<string, unknown>,
    as?: { readonly cookie?: string | undefined; readonly file?: Upload },
  ): Promise<Answer<Result>>;
  /** Logs in and gives the cookie. */
  logIn(login: string, password: string): Promise<string>;
  stop(): Promise<void>;
  /** kill -9: nothing is put in order. */
  kill(): Promise<void>;
}

const MOST_LOGGED = 4_000;

/** The built api as its own process on a free port. */
export async function startServer(databaseUrl: string, env: Record<string, string> = {}): Promise<RunningServer> {
  const child = spawn(process.execPath, [path.join(WORKSPACE, 'apps/api/dist/main.js')], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      PORT: '0',
      HOST: '127.0.0.1',
      GONGKAI_SECRET: 'a secret only this test knows, 32+',
      GONGKAI_LOG: 'error',
      // One address asks for all tests at once.
      GONGKAI_BUDGETS: '0,0,0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const port = await portOf(child);
  const address = `http://127.0.0.1:${port}`;
  const faults = faultsOf(child);
  const ask = async <Result>(
    document: string,
    variables = {},
    as: { readonly cookie?: string | undefined; readonly file?: Upload } = {},
  ) => {
    const answer = await askOver<Result>(address, document, variables, as);
    if (answer.errors?.some(({ extensions }) => extensions?.code === 'INTERNAL_SERVER_ERROR')) process.stderr.write(faults());
    return answer;
  };
  return {
    address,
    ask,
    logIn: async (login, password) => {
      const { result, cookie } = await ask<{ logIn: { __typename: string } }>(
        'mutation ($login: String!, $password: String!) { logIn(login: $login, password: $password) { __typename } }',
        { login, password },
      );
      if (result.logIn.__typename !== 'Account' || cookie === null) throw new Error(`${login} could not log in`);
      return cookie;
    },
    stop: () => ended(child, 'SIGTERM'),
    kill: () => ended(child, 'SIGKILL'),
  };
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

/** What the api logs of its faults, newest last: a test that meets one shows it. */
function faultsOf(child: ChildProcess): () => string {
  let logged = '';
  const keep = (chunk: Buffer): void => {
    logged = (logged + chunk.toString()).slice(-MOST_LOGGED);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => logged;
}

function portOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const port = /listening on (\d+)/.exec(said)?.[1];
      if (port !== undefined) resolve(port);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`the api ended with ${code}: ${said}`)));
  });
}

async function askOver<Result>(
  address: string,
  document: string,
  variables: Record<string, unknown>,
  as: { readonly cookie?: string | undefined; readonly file?: Upload },
): Promise<Answer<Result>> {
  const headers: Record<string, string> = { 'apollo-require-preflight': '1', ...(as.cookie === undefined ? {} : { cookie: as.cookie }) };
  const body = as.file === undefined ? JSON.stringify({ query: document, variables }) : multipart(document, variables, as.file);
  if (typeof body === 'string') headers['content-type'] = 'application/json';
  const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body });
  const { data, errors } = (await response.json()) as { data: Result; errors?: Answer<Result>['errors'] };
  return { status: response.status, result: data, errors, cookie: sessionIn(response) };
}

/** The session, not the device that was remembered beside it. */
function sessionIn(response: Response): string | null {
  const set = response.headers.getSetCookie().find((each) => each.startsWith('gongkai_session='));
  return set?.split(';')[0] ?? null;
}

/** The GraphQL multipart request convention; the file goes to variables.input.file or variables.input.report.file. */
function multipart(query: string, variables: Record<string, unknown>, file: Upload): FormData {
  const place = 'report' in (variables.input as object) ? 'variables.input.report.file' : 'variables.input.file';
  const form = new FormData();
  form.set('operations', JSON.stringify({ query, variables }));
  form.set('map', JSON.stringify({ file: [place] }));
  form.set('file', new Blob([file.content as never]), file.name);
  return form;
}
