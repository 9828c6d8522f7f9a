import { typeDefinitions } from '@gongkai/contract';
import { buildSchema } from 'graphql';
import { Client } from 'pg';
import { type SentFile, attackReport } from '../attacked-city';
import { AttackedPlatform } from '../attacked-platform';
import { Random } from './random';
import { randomDownload, textOfDownload } from './random-download';
import { type Pools, randomRequest } from './random-request';
import { type RandomReply, sendRandom } from './send-random';
import { CALLERS, type SeatedCaller } from './tried-caller';
import { enter, fileInTriedCity, makeTriedCity } from './tried-city';
import { Trail } from './wrong-acts';
import { wrongsIn } from './wrongs-in';

/** How the requests of a caller ended. */
interface Counts {
  requests: number;
  answered: number;
  empty: number;
  refused: number;
}

export interface IdsTried {
  readonly counts: Readonly<Record<string, Counts>>;
  /** What somebody was answered or did that is not theirs. */
  readonly leaks: readonly string[];
  /** What the platform did not mean to answer: masked faults, and statuses of the kind 500. */
  readonly faults: readonly string[];
  /** Root fields and downloads that were answered with something, and how often. */
  readonly answeredFields: Readonly<Record<string, number>>;
  /** What the rest was refused with, and how often. */
  readonly refusals: Readonly<Record<string, number>>;
}

export interface IdsAsked {
  readonly ids: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

const AGAIN = 250;
const DOWNLOADS = 0.1;
const ENV = { GONGKAI_BUDGETS: '0,0,0', GONGKAI_TRUSTED_PROXIES: '' };
const schema = buildSchema(typeDefinitions);

/** Asks a platform of its own for whatever there is, by chance, as each caller in turn, and has each answer judged by the owner of the tables. */
export async function tryIds({ ids, seed, say }: IdsAsked): Promise<IdsTried> {
  const platform = await AttackedPlatform.start(false, ENV);
  const owner = new Client({ connectionString: platform.databaseUrl });
  try {
    await owner.connect();
    await makeTriedCity(owner);
    await platform.startApi();
    await fileInTriedCity(platform.address, owner);
    const trial = await Trial.begin(platform.address, owner, new Random(seed));
    for (let tried = 0; tried < ids; tried += 1) {
      if (tried % AGAIN === 0) await trial.enterAgain();
      if (tried % 5_000 === 0 && tried > 0) say(`${tried} …`);
      await trial.once(tried);
      if (!platform.alive) throw new Error(`the api ended: ${platform.lastWords}`);
    }
    return trial.result();
  } finally {
    await owner.end();
    await platform.stop();
  }
}

class Trial {
  private readonly counts: Record<string, Counts> = {};
  private readonly leaks: string[] = [];
  private readonly faults: string[] = [];
  private readonly answeredFields: Record<string, number> = {};
  private readonly refusals: Record<string, number> = {};
  private readonly headers = new Map<string, Readonly<Record<string, string>>>();
  private pools: Pools = { ids: [], numbers: [], words: [] };

  private constructor(
    private readonly address: string,
    private readonly owner: Client,
    private readonly random: Random,
    private readonly callers: readonly SeatedCaller[],
    private readonly trail: Trail,
  ) {}

  static async begin(address: string, owner: Client, random: Random): Promise<Trial> {
    const callers: SeatedCaller[] = [];
    for (const caller of CALLERS) callers.push(await seat(owner, caller));
    const trail = new Trail(owner, callers);
    await trail.skip();
    return new Trial(address, owner, random, callers, trail);
  }

  result(): IdsTried {
    return { counts: this.counts, leaks: this.leaks, faults: this.faults, answeredFields: this.answeredFields, refusals: this.refusals };
  }

  /** What ended a session is undone, and what came to be can be asked for. */
  async enterAgain(): Promise<void> {
    for (const caller of this.callers) this.headers.set(caller.name, await enter(this.address, this.owner, caller));
    this.pools = await poolsOf(this.owner);
  }

  async once(tried: number): Promise<void> {
    const caller = this.callers[tried % this.callers.length];
    if (caller === undefined) return;
    const counts = (this.counts[caller.name] ??= { requests: 0, answered: 0, empty: 0, refused: 0 });
    counts.requests += 1;
    const ended = this.random.chance(DOWNLOADS) ? await this.download(caller) : await this.ask(caller);
    counts[ended] += 1;
  }

  private async download(caller: SeatedCaller): Promise<'answered' | 'refused'> {
    const path = randomDownload(this.pools, this.random);
    const response = await fetch(`${this.address}${path}`, { headers: { ...this.headers.get(caller.name) } });
    const text = await textOfDownload(response);
    if (response.status >= 500) this.faults.push(`${caller.name}: ${path}: ${response.status} ${text.slice(0, 200)}`);
    const document = /^\/documents\/(.*)$/.exec(path)?.[1];
    const answer = document === undefined || response.status !== 200 ? null : { __typename: 'Edition', id: decodeURIComponent(document) };
    await this.judge(caller, path, text, answer);
    if (response.status !== 200) {
      count(this.refusals, String(response.status));
      return 'refused';
    }
    count(this.answeredFields, path.split(/[?]|(?<=documents)\//)[0] ?? path);
    return 'answered';
  }

  private async ask(caller: SeatedCaller): Promise<'answered' | 'empty' | 'refused'> {
    const request = randomRequest(schema, this.pools, this.random);
    const as = this.headers.get(caller.name) ?? {};
    const { status, text, answer } = await sendRandom(this.address, request, as, fileFor(this.random));
    const asked = `${request.query} ${JSON.stringify(request.variables)}`;
    if (status >= 500 || isMasked(answer)) this.faults.push(`${caller.name}: ${status} ${faultsIn(answer)}: ${asked}`);
    await this.judge(caller, asked, text, answer.data);
    if (request.kind === 'mutation') this.leaks.push(...(await this.trail.wrongActs()).map((act) => `${caller.name}: ${asked}: ${act}`));
    const ended = howEnded(answer);
    if (ended === 'answered') count(this.answeredFields, request.field);
    if (ended === 'refused') count(this.refusals, codeIn(answer));
    return ended;
  }

  private async judge(caller: SeatedCaller, asked: string, text: string, answer: unknown): Promise<void> {
    const own = [...asked.matchAll(/〔[a-z]+\d+〕/g)].map(([words]) => words);
    const wrongs = (await wrongsIn(this.owner, caller, text, answer)).filter((wrong) => !own.includes(wrong));
    this.leaks.push(...wrongs.map((wrong) => `${caller.name}: ${asked.slice(0, 1_500)}: ${wrong}`));
  }
}

function count(counts: Record<string, number>, what: string): void {
  const before = counts[what];
  counts[what] = before === undefined ? 1 : before + 1;
}

function codeIn({ data, errors }: RandomReply): string {
  const [root] = Object.values(data ?? {}) as readonly ({ readonly Refusal_code?: string } | null)[];
  return root?.Refusal_code ?? errors?.[0]?.extensions?.code ?? 'a refusal';
}

const NAMES = ['试验县统计局', '试验县林业局', '邻县统计局'];
/** A report of one of the agencies, or what is none. */
function fileFor(random: Random): SentFile {
  if (random.chance(0.3)) return { name: 'x.txt', content: Buffer.from('x') };
  return attackReport(random.of(NAMES), 2020 + random.below(7));
}

const isMasked = ({ errors }: RandomReply): boolean =>
  (errors ?? []).some(({ extensions }) => extensions?.code === 'INTERNAL_SERVER_ERROR');

/** Where in the answer they are, so that they are found again. */
const faultsIn = ({ errors }: RandomReply): string => JSON.stringify(errors ?? []).slice(0, 600);

function howEnded({ data, errors }: RandomReply): 'answered' | 'empty' | 'refused' {
  const [root] = Object.values(data ?? {});
  if ((root === null || root === undefined) && errors !== undefined) return 'refused';
  if (root === null || root === undefined) return 'empty';
  if (typeof root !== 'object') return 'answered';
  if ((root as { readonly __typename?: string }).__typename === 'Refusal') return 'refused';
  const items = Array.isArray(root) ? root : Object.entries(root).find(([name]) => name.endsWith('_items'))?.[1];
  return Array.isArray(items) && items.length === 0 ? 'empty' : 'answered';
}

async function seat(owner: Client, caller: (typeof CALLERS)[number]): Promise<SeatedCaller> {
  const { rows } = await owner.query<Pick<SeatedCaller, 'accountId' | 'agencyId' | 'regionId'>>(
    'SELECT id AS "accountId", agency_id AS "agencyId", region_id AS "regionId" FROM accounts WHERE login = $1',
    [caller.login],
  );
  return { ...caller, ...(rows[0] ?? { accountId: null, agencyId: null, regionId: null }) };
}

const TABLES = [
  'accounts',
  'agencies',
  'regions',
  'reports',
  'editions',
  'tokens',
  'import_jobs',
  'local_rules',
  'reorganisations',
  'draft_copies',
];
const WORDS = [
  'new_received',
  'granted',
  's3/new_received/total',
  'requests',
  'regulations',
  '试验县',
  '试验县统计局',
  'agency',
  'city',
  'x',
];

async function poolsOf(owner: Client): Promise<Pools> {
  const some = TABLES.map((table) => `(SELECT id::text FROM ${table} ORDER BY id LIMIT 40)`).join(' UNION ALL ');
  const ids = await owner.query<{ id: string }>(some);
  const odd = await owner.query<{ id: string }>(
    `(SELECT id::text FROM audit_entries ORDER BY id DESC LIMIT 20) UNION ALL
     (SELECT edition_id || '-' || sequence || '-1' FROM edition_events WHERE state = 'returned' LIMIT 10)`,
  );
  const numbers = await owner.query<{ number: string }>(
    '(SELECT receipt_number AS number FROM editions LIMIT 60) UNION ALL (SELECT number FROM refused_arrivals LIMIT 60)',
  );
  return { ids: [...ids.rows, ...odd.rows].map(({ id }) => id), numbers: numbers.rows.map(({ number }) => number), words: WORDS };
}
