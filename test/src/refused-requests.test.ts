import { type FreshDatabase, freshDatabase } from './support/fresh-database';
import { type RunningServer, startServer } from './support/running-server';

const JSON_TYPE = { 'content-type': 'application/json' };
const PREFLIGHT = { 'apollo-require-preflight': '1' };
const HOLDS_FILE = { operations: '{"query":"{ platform { demo } }","variables":{"file":null}}', map: '{"0":["variables.file"]}' };

/** The parts of a multipart request as a client of bad manners writes them. */
function parts(
  fields: Readonly<Record<string, string>>,
  fileName?: string,
): { readonly headers: Record<string, string>; readonly body: string } {
  const field = (name: string, more: string, text: string) =>
    `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${text}\r\n`;
  const written = Object.entries(fields).map(([name, text]) => field(name, '', text));
  const file = fileName === undefined ? '' : field('0', `; filename="${fileName}"`, 'x');
  return { headers: { ...PREFLIGHT, 'content-type': 'multipart/form-data; boundary=b' }, body: `${written.join('')}${file}--b--\r\n` };
}

const json = (body: unknown) => ({ headers: JSON_TYPE, body: typeof body === 'string' ? body : JSON.stringify(body) });

describe('a request that cannot be worked on', () => {
  let database: FreshDatabase;
  let server: RunningServer;
  beforeAll(async () => {
    database = await freshDatabase();
    server = await startServer(database.url);
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    await database.drop();
  });

  async function heard(path: string, init: RequestInit = {}): Promise<{ status: number; code: string | undefined; text: string }> {
    const response = await fetch(`${server.address}${path}`, init);
    const text = await response.text();
    return { status: response.status, code: /"code":"(\w+)"/.exec(text)?.[1], text };
  }

  it.each([
    ['BAD_JSON', 400, json('{"query"')],
    ['BAD_JSON', 400, json('')],
    ['BAD_REQUEST', 400, json({ query: 1 })],
    ['BAD_REQUEST', 400, json({ query: '' })],
    ['BAD_REQUEST', 400, json('null')],
    ['BAD_REQUEST', 400, json({ query: '{ me { id } }', variables: 'x' })],
    ['BATCH_REFUSED', 400, json([{ query: '{ me { id } }' }])],
    ['PERSISTED_QUERY_NOT_SUPPORTED', 400, json({ extensions: { persistedQuery: { version: 1, sha256Hash: 'ab' } } })],
    ['BAD_TEXT', 400, json({ query: 'query ($text: String!) { findPlaces(text: $text) { total } }', variables: { text: 'a\0' } })],
    ['BAD_TEXT', 400, json('{"query":"query ($t: String!) { findPlaces(text: $t) { total } }","variables":{"t":"\\ud800"}}')],
    ['BAD_TEXT', 400, json({ query: '{ findPlaces(text: "\\u0000") { total } }' })],
    ['BAD_PAGE', 400, json({ query: '{ reports(filter: {}, first: 1000) { total } }' })],
    ['BAD_PAGE', 400, json({ query: 'query ($n: Int) { reports(filter: {}, first: $n) { total } }', variables: { n: 0 } })],
    [
      'ONCE_A_REQUEST',
      400,
      json({
        query:
          'mutation { a: logIn(login: "x", password: "x") { __typename } ...F } fragment F on Mutation { b: logIn(login: "x", password: "y") { __typename } }',
      }),
    ],
    ['UNSUPPORTED_MEDIA_TYPE', 415, { headers: { 'content-type': 'text/plain' }, body: '{"query":"{ me { id } }"}' }],
    ['UNSUPPORTED_ENCODING', 415, { headers: { ...JSON_TYPE, 'content-encoding': 'gzip' }, body: 'x' }],
    ['BAD_MULTIPART', 400, { headers: { ...PREFLIGHT, 'content-type': 'multipart/form-data' }, body: 'x' }],
    ['BAD_MULTIPART', 400, { headers: { ...PREFLIGHT, 'content-type': 'multipart/form-data; boundary=b' }, body: '--b\r\nnever ends' }],
    ['BAD_MULTIPART', 400, parts({ map: HOLDS_FILE.map, operations: HOLDS_FILE.operations }, 'a.txt')],
    ['BAD_UPLOAD_MAP', 400, parts({ ...HOLDS_FILE, map: '{"0":["variables.__proto__.x"]}' }, 'a.txt')],
    ['BAD_UPLOAD_MAP', 400, parts(HOLDS_FILE)],
    ['BAD_FILE_NAME', 400, parts(HOLDS_FILE, '')],
    ['BAD_FILE_NAME', 400, parts(HOLDS_FILE, 'a\u0007.txt')],
    ['UNAUTHENTICATED', 401, { headers: { ...JSON_TYPE, authorization: 'Bearer  ' }, body: '{"query":"{ me { id } }"}' }],
    ['UNAUTHENTICATED', 401, { headers: { ...JSON_TYPE, authorization: 'Bearer two words' }, body: '{"query":"{ me { id } }"}' }],
  ])('%s, and says so in both languages', async (code, status, init) => {
    const answer = await heard('/graphql', { method: 'POST', ...init });
    expect(answer).toMatchObject({ status, code });
    expect(answer.text).toMatch(/\p{Script=Han}/u);
    expect(answer.text).toMatch(/[A-Za-z]{4}/);
  });

  it.each([
    [414, `/graphql?query=${'x'.repeat(9_000)}`],
    [400, '/exports/series.csv?indicators=%00'],
    [400, '/documents/%ff'],
    [404, '/graphql/x'],
    [404, '/exports/x'],
    [404, '/metrics'],
    [404, '/docs'],
    [404, '/reports/x'],
  ])('%i at an address: %s', async (status, path) => {
    const answer = await heard(path);
    expect(answer.status).toBe(status);
    expect(answer.code).toBeDefined();
  });

  it('names the parameters of a file that it does not know', async () => {
    const known = 'indicators=new_received&regionId=1&from=2020&to=2021&groupBy=region';
    expect((await heard(`/exports/series.csv?${known}&color=red`)).text).toContain('color');
    expect((await heard(`/exports/series.csv?${known}`)).text).not.toContain('groupBy');
  });

  it('is answered for who asked alone', async () => {
    const { headers } = await fetch(`${server.address}/graphql`, { method: 'POST', ...json({ query: '{ me { id } }' }) });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('strict-transport-security')).toBeNull();
  });
});
