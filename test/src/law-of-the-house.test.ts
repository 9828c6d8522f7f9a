import { typeDefinitions } from '@gongkai/contract';
import { buildSchema } from 'graphql';
import { type CountySites, makeSites } from './support/county-sites';
import { freshDatabase, type FreshDatabase } from './support/fresh-database';
import { DOING, type Law, SEATS, type Seat, SEEING, type Who } from './support/law-of-the-house';
import { type RunningServer, startServer } from './support/running-server';

/** Refusals for who asks. What cannot be seen is refused as unknown. */
const FOR_WHO_ASKS =
  /^(NOT_LOGGED_IN|NOT_ALLOWED|FOUR_EYES|FORBIDDEN|UNAUTHENTICATED|UNKNOWN_(REGION|AGENCY|EDITION|ACCOUNT|TOKEN|RULE|DRAFT|IMPORT|COMMENT))$/;

interface Caller {
  readonly name: string;
  readonly who: Who;
  /** Of the token it comes with; null for a person. */
  readonly scope: string | null;
}

const PEOPLE: readonly Caller[] = (['public', 'agency', 'analyst', 'supervisor', 'administrator'] as const).map((who) => ({
  name: who,
  who,
  scope: null,
}));
const PROGRAMS: readonly Caller[] = (
  [
    ['agency', 'read'],
    ['agency', 'file'],
    ['analyst', 'read'],
    ['supervisor', 'read'],
    ['supervisor', 'import'],
    ['administrator', 'read'],
    ['administrator', 'import'],
  ] as const
).map(([who, scope]) => ({ name: `${who}'s program (${scope})`, who, scope }));
/** Somebody who was a supervisor is the public; a token that is no longer good is not even that. */
const DISABLED: readonly Caller[] = [
  { name: 'disabled', who: 'public', scope: null },
  { name: `disabled's program (read)`, who: 'nobody', scope: null },
];
const CALLERS = [...PEOPLE, ...PROGRAMS, ...DISABLED];

describe('the law of the house', () => {
  let database: FreshDatabase;
  let server: RunningServer;
  let county: CountySites;

  beforeAll(async () => {
    database = await freshDatabase();
    server = await startServer(database.url);
    county = await makeSites(
      database.owner,
      server,
      CALLERS.map(({ name }) => name),
    );
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    await database.drop();
  });

  it('speaks of every root field of the schema', () => {
    const schema = buildSchema(typeDefinitions);
    for (const [root, laws] of [
      [schema.getQueryType(), SEEING],
      [schema.getMutationType(), DOING],
    ] as const) {
      const spoken = new Set(Object.keys(laws).map((name) => name.split(',')[0]));
      expect([...spoken].sort()).toEqual(Object.keys(root!.getFields()).sort());
    }
  });

  it.each(Object.keys(SEEING))('says who sees: %s', (name) => holds('query', SEEING[name]!));
  it.each(Object.keys(DOING))('says who does: %s', (name) => holds('mutation', DOING[name]!));

  async function holds(kind: 'query' | 'mutation', law: Law): Promise<void> {
    const said: Record<string, readonly Seat[]> = {};
    for (const caller of CALLERS) said[caller.name] = await allowed(kind, law, caller.name);
    expect(said).toEqual(Object.fromEntries(CALLERS.map((caller) => [caller.name, expected(kind, law, caller)])));
  }

  function expected(kind: 'query' | 'mutation', law: Law, { who, scope }: Caller): readonly Seat[] {
    if (kind === 'mutation' && scope !== null && law.programs?.includes(scope) !== true) return [];
    return law.may[who] ?? [];
  }

  /** The places about which the caller is answered, asked in one operation, or each by itself where one may stand in a request. */
  async function allowed(kind: 'query' | 'mutation', law: Law, caller: string): Promise<readonly Seat[]> {
    const found: Seat[] = [];
    for (const places of law.once === true ? SEATS.map((place) => [place]) : [SEATS])
      found.push(...(await allowedAt(kind, law, { caller, places })));
    return found;
  }

  async function allowedAt(
    kind: 'query' | 'mutation',
    law: Law,
    { caller, places }: { readonly caller: string; readonly places: readonly Seat[] },
  ): Promise<readonly Seat[]> {
    const fields = places.map((place) => `${place}: ${law.ask(county.sites[place])}`);
    const query = `${kind} ${law.file === undefined ? '' : '($file: Upload)'} { ${fields.join(' ')} }`;
    const response = await fetch(`${server.address}/graphql`, { method: 'POST', ...sent(query, law.file, county.headers[caller]!) });
    const { data, errors } = (await response.json()) as {
      data?: Record<string, unknown> | null;
      errors?: readonly { extensions: { code: string } }[];
    };
    const faults = (errors ?? []).filter(({ extensions }) => !FOR_WHO_ASKS.test(extensions.code));
    if (faults.length > 0) throw new Error(JSON.stringify(faults));
    return places.filter((place) => isAnswered(data?.[place]));
  }
});

function sent(query: string, file: Law['file'], headers: Readonly<Record<string, string>>): RequestInit {
  if (file === undefined) return { headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query }) };
  const body = new FormData();
  body.set('operations', JSON.stringify({ query, variables: { file: null } }));
  body.set('map', JSON.stringify({ file: ['variables.file'] }));
  body.set('file', new Blob([file.text]), file.name);
  return { headers: { 'apollo-require-preflight': '1', ...headers }, body };
}

/** Something to see, or done, or refused for another reason than who asks; a list of outcomes by its first. */
function isAnswered(answer: unknown): boolean {
  if (Array.isArray(answer)) return answer.length > 0;
  if (typeof answer !== 'object' || answer === null) return answer === true;
  const { code, items } = answer as { code?: string; items?: readonly unknown[] };
  if (items !== undefined) return items.length > 0 && isAnswered((items[0] as { result?: unknown }).result ?? items[0]);
  return code === undefined || !FOR_WHO_ASKS.test(code);
}
