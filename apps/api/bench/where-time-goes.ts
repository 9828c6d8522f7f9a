import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { asOwner } from './databases';
import { type Endpoint, fire, round } from './measure';
import type { BenchQuestion } from './questions';
import { type Server, processorTimeOf, startApi } from './servers';

/** Processor time of one request, in ms. */
export interface Cost {
  readonly server: number;
  readonly database: number;
}

/** What one request costs the server that answers it and the database behind, measured over many of them. */
export async function costOf(
  server: Server,
  target: Endpoint,
  load: { readonly databaseUrl: string; readonly seconds: number },
): Promise<Cost> {
  fire(target, 8, 1);
  const backends = (await backendsOf(load.databaseUrl)).map((pid) => ({ pid, before: processorTimeOf(pid) }));
  const before = server.processorTime();
  const { requests } = fire(target, 8, load.seconds);
  // Who waits for long is let go by its pool: such a backend had nothing to do with these requests.
  const there = backends.filter(({ pid }) => existsSync(`/proc/${pid}`));
  const database = there.reduce((sum, backend) => sum + processorTimeOf(backend.pid) - backend.before, 0);
  return { server: round((server.processorTime() - before) / requests), database: round(database / requests) };
}

/** Every process of the server of databases that works for somebody connected to this one. */
async function backendsOf(databaseUrl: string): Promise<readonly number[]> {
  const { rows } = await asOwner(databaseUrl, (client) =>
    client.query<{ pid: number }>(`SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`),
  );
  return rows.map(({ pid }) => pid);
}

/** A part of the work of the api with its share of the time in which it was busy. */
export interface TimePart {
  readonly part: string;
  readonly share: number;
}

interface Profile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { readonly functionName: string; readonly url: string } }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Where an api of its own spends its time while it answers one question again and again, by a sampling profile. */
export async function partsOfWork(databaseUrl: string, question: BenchQuestion, seconds: number): Promise<readonly TimePart[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongkai-profile-'));
  try {
    const api = await startApi(databaseUrl, ['--cpu-prof', `--cpu-prof-dir=${folder}`]);
    fire({ address: api.address, question }, 8, seconds);
    await api.stop();
    const [file] = readdirSync(folder);
    if (file === undefined) throw new Error('the api left no profile');
    return sharesOf(JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Profile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sharesOf({ nodes, samples, timeDeltas }: Profile): readonly TimePart[] {
  const partOfNode = new Map(nodes.map(({ id, callFrame }) => [id, partOf(callFrame)]));
  const seen = samples
    .map((id, at) => ({ part: partOfNode.get(id), time: timeDeltas[at] ?? Number.NaN }))
    .filter(({ part }) => part != null);
  const time = (part: string | null | undefined): number => seen.reduce((sum, each) => (each.part === part ? sum + each.time : sum), 0);
  const busy = seen.reduce((sum, each) => sum + each.time, 0);
  const parts = [...new Set(seen.map(({ part }) => part as string))];
  return parts.map((part) => ({ part, share: round(time(part) / busy) })).sort((a, b) => b.share - a.share);
}

const PARTS: readonly (readonly [RegExp, string | null])[] = [
  [/^\(idle\)|^\(root\)|^\(program\)/, null],
  // Starting up is not answering.
  [/node:internal\/(modules|bootstrap|main)|^wrapSafe|^readFileUtf8|^internalModule|^lstat/, null],
  [/^\(garbage collector\)/, 'collecting garbage'],
  [/prettyJSONStringify/, 'writing the answer as JSON'],
  [/^write|^byteLength|stream_base_commons|node:internal\/streams|node:net|node:buffer/, 'sending and receiving'],
  [/apps\/api\/dist|libs\/\w+\/dist/, 'gongkai: adding up, comparing, coverage'],
  [/node_modules\/(graphql|graphql-jit)\/|^[\w_]+(Handler|Map\w*) $/, 'executing GraphQL'],
  [/node_modules\/@apollo|node_modules\/@as-integrations/, 'Apollo Server'],
  [/node_modules\/pg/, 'talking to PostgreSQL'],
  [
    /node_modules\/(fastify|@fastify|@nestjs|helmet|find-my-way|light-my-request|avvio|pino|@pinojs|nestjs-pino|secure-json-parse)/,
    'HTTP: Fastify and Nest',
  ],
];

function partOf({ functionName, url }: Profile['nodes'][number]['callFrame']): string | null {
  const known = PARTS.find(([pattern]) => pattern.test(`${functionName} ${url}`));
  return known === undefined ? 'the rest of Node' : known[1];
}
