import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { type TrustedProxies, trustedProxies } from './trusted-proxies';

const shape = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://'),
  GONGKAI_SECRET: z.string().min(32),
  GONGKAI_WEB: z.string().default(path.resolve(__dirname, '../../web/dist')),
  GONGKAI_SECURE_COOKIE: z.enum(['0', '1']).default('0'),
  GONGKAI_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  GONGKAI_SMALL_BELOW: z.coerce.number().int().min(0).max(1000).default(10),
  GONGKAI_DOMINANT_ABOVE: z.coerce.number().int().min(1).max(99).default(50),
  GONGKAI_ANTIVIRUS: z
    .string()
    .regex(/^clamd:\/\/([^/]+|\/.+)$/, 'must be clamd://host:port or clamd:///path/of/socket')
    .optional(),
  GONGKAI_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((words, context) => {
      try {
        return trustedProxies(words);
      } catch {
        context.addIssue({ code: 'custom', message: 'must be addresses or networks (CIDR), with commas between them' });
        return z.NEVER;
      }
    }),
  GONGKAI_ANCHOR_FILE: z.string().min(1).optional(),
  GONGKAI_ANCHOR_WEBHOOK: z.url({ protocol: /^https?$/ }).optional(),
  GONGKAI_ANCHOR_MINUTES: z.coerce.number().int().min(1).max(10_080).default(60),
  GONGKAI_ANCHOR_ENTRIES: z.coerce.number().int().min(1).max(1_000_000).default(1_000),
  GONGKAI_PROVE_HOURS: z.coerce.number().int().min(0).max(720).default(24),
  GONGKAI_DATA: z.string().optional(),
  GONGKAI_HSTS: z.coerce.number().int().min(0).max(63_072_000).default(0),
  GONGKAI_SPOOL_MB: z.coerce.number().int().min(64).max(1_000_000).default(2_048),
  GONGKAI_POOL: z.coerce.number().int().min(1).max(200).default(10),
  GONGKAI_BUDGETS: z
    .string()
    .regex(/^\d{1,7},\d{1,7},\d{1,7}$/, 'must be three numbers: units a minute for an account, a token, an address; 0 is without end')
    .default('30000,60000,30000'),
  GONGKAI_STATEMENT_SECONDS: z.coerce.number().int().min(1).max(3600).default(60),
  GONGKAI_PUBLIC_STATEMENT_SECONDS: z.coerce.number().int().min(1).max(3600).default(10),
  GONGKAI_LOCK_SECONDS: z.coerce.number().int().min(1).max(600).default(10),
  GONGKAI_READERS: z
    .string()
    .regex(/^[1-9]\d?,[1-9]\d?,[1-9]\d?$/, 'must be three numbers: readers for filing, for other work of accounts, for the public')
    .default('2,2,1'),
  GONGKAI_READING_SECONDS: z.coerce.number().min(1).max(600).default(15),
  GONGKAI_READING_MEGABYTES: z.coerce.number().int().min(64).max(4096).default(512),
  GONGKAI_PUBLIC_READING_MEGABYTES: z.coerce.number().int().min(64).max(4096).default(192),
  GONGKAI_OFFICE: z.string().default('0'),
});

/** How long what the database is asked may take, in seconds; beyond that the asker is told so instead of waiting for ever. */
export interface Deadlines {
  readonly statement: number;
  /** For a row or a lock that somebody else has. */
  readonly lock: number;
  /** For a transaction in which nothing happens: its connection ends, and what it held is free. */
  readonly idle: number;
  /** For a connection of the pool. */
  readonly connection: number;
}

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  /** Keys the hashes of session tokens, so that a stolen table opens no session. */
  readonly secret: string;
  readonly webFolder: string;
  /** Set behind HTTPS: the session cookie is then never sent in clear. */
  readonly secureCookie: boolean;
  /** `clamd://…`: every upload is scanned before it is read or kept; null: nothing is, and the platform says so. */
  readonly antivirus: string | null;
  readonly logLevel: string;
  /** Shares with a smaller denominator are marked as saying little and kept out of rankings. */
  readonly smallBelow: number;
  /** In percent: a contributor with a larger share of a number dominates it. */
  readonly dominantAbove: number;
  readonly poolSize: number;
  /** Seconds for which browsers are told to come by HTTPS alone; null: they are not told. */
  readonly hsts: number | null;
  /** Where files stand while they are received, and how many bytes all of them may take there. */
  readonly spoolFolder: string;
  readonly spoolBytes: number;
  readonly trustedProxies: TrustedProxies;
  /** Where the head of the trail's chain is written down outside, and how often. */
  readonly anchors: {
    readonly file: string | null;
    readonly webhook: string | null;
    readonly minutes: number;
    readonly entries: number;
  };
  /** How often the record is proved; null: never by itself. */
  readonly proveHours: number | null;
  /** Units a minute; 0: without end. */
  readonly budgets: { readonly account: number; readonly token: number; readonly address: number };
  /** Of whoever has an account, and of the platform itself; and of the public. */
  readonly deadlines: Deadlines;
  readonly publicDeadlines: Deadlines;
  readonly reading: ReadingConfig;
  /** The command of LibreOffice; null: it is not used. */
  readonly office: string | null;
}

export interface ReadingConfig {
  /** Of processor time for each file. */
  readonly seconds: number;
  readonly lanes: Readonly<Record<'filing' | 'work' | 'public', { readonly threads: number; readonly megabytes: number }>>;
}

/** What must not stand in an environment that others may read: each may be given as a file, by its name with `_FILE` behind it. */
const SECRETS = ['DATABASE_URL', 'GONGKAI_SECRET'] as const;

/** The environment with what its files hold, and without what is set to nothing. Throws where a file cannot be read, or both are given. */
export function withFiles(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const held = SECRETS.flatMap((name) => {
    const file = given[`${name}_FILE`];
    if (file === undefined) return [];
    if (given[name] !== undefined) throw new Error(`configuration: ${name} and ${name}_FILE are both set`);
    return [[name, readFileSync(file, 'utf8').trim()]];
  });
  return { ...given, ...Object.fromEntries(held) };
}

/** The one place that reads the environment. Throws with the names of all variables that are missing or wrong. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = shape.safeParse(withFiles(env));
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    throw new Error(`configuration: ${wrong}`);
  }
  const is = parsed.data;
  return {
    port: is.PORT,
    host: is.HOST,
    databaseUrl: is.DATABASE_URL,
    secret: is.GONGKAI_SECRET,
    webFolder: is.GONGKAI_WEB,
    secureCookie: is.GONGKAI_SECURE_COOKIE === '1',
    antivirus: is.GONGKAI_ANTIVIRUS ?? null,
    logLevel: is.GONGKAI_LOG,
    smallBelow: is.GONGKAI_SMALL_BELOW,
    dominantAbove: is.GONGKAI_DOMINANT_ABOVE,
    poolSize: is.GONGKAI_POOL,
    hsts: is.GONGKAI_HSTS === 0 ? null : is.GONGKAI_HSTS,
    spoolFolder: is.GONGKAI_DATA === undefined ? path.join(os.tmpdir(), 'gongkai-spool') : path.join(is.GONGKAI_DATA, 'spool'),
    spoolBytes: is.GONGKAI_SPOOL_MB * 1024 * 1024,
    trustedProxies: is.GONGKAI_TRUSTED_PROXIES,
    anchors: {
      file: is.GONGKAI_ANCHOR_FILE === undefined ? null : path.resolve(is.GONGKAI_ANCHOR_FILE),
      webhook: is.GONGKAI_ANCHOR_WEBHOOK ?? null,
      minutes: is.GONGKAI_ANCHOR_MINUTES,
      entries: is.GONGKAI_ANCHOR_ENTRIES,
    },
    proveHours: is.GONGKAI_PROVE_HOURS === 0 ? null : is.GONGKAI_PROVE_HOURS,
    budgets: budgetsOf(is.GONGKAI_BUDGETS),
    deadlines: deadlinesOf(is, is.GONGKAI_STATEMENT_SECONDS),
    publicDeadlines: deadlinesOf(is, is.GONGKAI_PUBLIC_STATEMENT_SECONDS),
    reading: readingOf(is),
    office: is.GONGKAI_OFFICE === '0' ? null : is.GONGKAI_OFFICE === '1' ? 'soffice' : is.GONGKAI_OFFICE,
  };
}

function budgetsOf(three: string): Config['budgets'] {
  const [account = NaN, token = NaN, address = NaN] = three.split(',').map(Number);
  return { account, token, address };
}

function deadlinesOf({ GONGKAI_LOCK_SECONDS: lock }: z.infer<typeof shape>, statement: number): Deadlines {
  return { statement, lock, idle: statement, connection: lock };
}

function readingOf(is: z.infer<typeof shape>): ReadingConfig {
  const [filing = 1, work = 1, everybody = 1] = is.GONGKAI_READERS.split(',').map(Number);
  const megabytes = is.GONGKAI_READING_MEGABYTES;
  return {
    seconds: is.GONGKAI_READING_SECONDS,
    lanes: {
      filing: { threads: filing, megabytes },
      work: { threads: work, megabytes },
      public: { threads: everybody, megabytes: is.GONGKAI_PUBLIC_READING_MEGABYTES },
    },
  };
}
