import path from 'node:path';
import { install, ROOT } from '../install.mjs';
import { NX, nxEnvironment } from '../nx.mjs';
import { announce } from './announce.mjs';
import { lastLines, runToEnd, startToStay } from './child.mjs';
import { logFileIn, keepSecret } from './folder.mjs';
import { openDatabase } from './database.mjs';
import { readDemoAccounts, seedDemo } from './demo.mjs';
import { waitUntilReady } from './health.mjs';
import { firstToEnd, keepRunning } from './keep-running.mjs';
import { claimPort } from './port.mjs';
import { addressOf } from './settings.mjs';
import { Trouble } from './trouble.mjs';
import { startWatching } from './watch.mjs';

/** @import { Closing, OpenedDatabase, KnownAccount, EndedPart, Environment, Lock, Running, Say, ApiProgram, Settings } from './types.js' */

const API = path.join(ROOT, 'apps/api/dist');

/** @type {ApiProgram} */
const NOT_STARTED = { ended: new Promise(() => undefined), isRunning: () => false, stop: async () => undefined, log: null };

/** How long the server of a killed start may take to leave its port. */
const LEAVING_MS = 10_000;

/** @type {Say} */
const say = (line) => console.log(line);

/**
 * From nothing to a server that answers, then until `signal`; what ends by itself is started again. What was opened is put on `closing`, to be
 * closed in reverse order by the caller. Throws when it does not come up at first, or the watching one ends.
 * @type {(settings: Settings, parts: { readonly lock: Lock; readonly closing: Closing; readonly signal: AbortSignal }) => Promise<void>}
 */
export async function serve(settings, { lock, closing, signal }) {
  const port = await claimPort({ ...settings, patienceMs: lock.wasLeft ? LEAVING_MS : 0 });
  const address = addressOf({ ...settings, port });
  lock.update({ address });
  await prepareCode(signal);
  /** @type {Running} */
  const running = { database: await openDatabase(settings, say), server: NOT_STARTED };
  closing.push(() => running.database.stop());
  const environment = () => environmentOf(settings, { port, database: running.database });
  const accounts = await prepareRows(settings, { env: environment(), database: running.database, signal });
  if (signal.aborted) return;
  /** @type {(ended?: EndedPart) => Promise<void>} */
  const start = async (ended) => {
    if (ended === 'database') running.database = await openDatabase(settings, say);
    await running.server.stop();
    running.server = startServer(settings, environment());
    await untilReady(running.server, { address: addressOf({ host: '127.0.0.1', port }), signal });
  };
  if (settings.watch) running.server = await startWatching({ settings, port, env: environment(), closing, say });
  else closing.push(() => running.server.stop());
  await (settings.watch ? untilReady(running.server, { address: addressOf({ host: '127.0.0.1', port }), signal }) : start());
  if (signal.aborted) return;
  lock.update({ address, state: 'ready' });
  const { server, database } = running;
  announce({ address, data: settings.data, database: database.where, log: server.log, accounts, watch: settings.watch });
  await (settings.watch ? untilEnd(running, signal) : keepRunning(running, { start, say, signal }));
}

/** @type {(signal: AbortSignal) => Promise<void>} */
async function prepareCode(signal) {
  if (!install()) throw new Trouble('依赖未安装。', 'The packages are not installed.');
  if (signal.aborted) return;
  say('构建中… / Building…');
  await runToEnd([NX, 'run-many', '-t', 'build'], { env: nxEnvironment(), signal, what: { chinese: '构建', english: 'The build' } });
}

/** Each reading thread would keep freed memory in an arena of its own; glibc hears this when the program starts and never later. */
const FEW_ARENAS = { MALLOC_ARENA_MAX: '2' };

/**
 * The server's whole environment; the rest of ours goes along (proxies, time zone, locale).
 * @type {(settings: Settings, at: { readonly port: number; readonly database: OpenedDatabase }) => Environment}
 */
function environmentOf({ host, web, data, secret }, { port, database }) {
  return {
    NODE_ENV: 'production',
    ...FEW_ARENAS,
    ...process.env,
    PORT: String(port),
    HOST: host,
    DATABASE_URL: database.url,
    GONGKAI_DATA: data,
    GONGKAI_WEB: web,
    GONGKAI_SECRET: secret ?? keepSecret(data),
  };
}

/**
 * Tables as this version wants them, and the demo city where it was asked for and is not there yet.
 * @type {(settings: Settings, parts: { readonly env: Environment; readonly database: OpenedDatabase; readonly signal: AbortSignal }) => Promise<readonly KnownAccount[] | null>}
 */
async function prepareRows({ data, demo }, { env, database, signal }) {
  /** @type {(name: string) => string[]} */
  const command = (name) => [path.join(API, 'command.js'), name];
  say('准备数据库… / Preparing the database…');
  await runToEnd(command('migrate'), { env, signal, what: { chinese: '数据库迁移', english: 'The database migration' } });
  const known = readDemoAccounts(data, database.mark);
  if (known || !demo) return known;
  const state = await runToEnd(command('state'), { env, signal, what: { chinese: '查看数据库', english: 'Looking into the database' } });
  if (!JSON.parse(state).empty) return null;
  say('写入演示数据… / Writing the demo city…');
  const seed = () => runToEnd(command('seed'), { env, signal, what: { chinese: '写入演示数据', english: 'Writing the demo data' } });
  return seedDemo(data, database.mark, seed);
}

/** @type {(settings: Settings, env: Environment) => ApiProgram} */
function startServer({ data }, env) {
  const log = logFileIn(data);
  return { ...startToStay([path.join(API, 'main.js')], { env, log }), log };
}

/** @type {(server: ApiProgram, at: { readonly address: string; readonly signal: AbortSignal }) => Promise<void>} */
async function untilReady(server, { address, signal }) {
  const verdict = await waitUntilReady(address, server.isRunning, signal);
  if (verdict === 'ready' || signal.aborted) return;
  if (verdict === 'ended') throw await fallen(server);
  throw new Trouble(
    `服务未就绪：${address}/health/ready`,
    `The server does not become ready: ${address}/health/ready. ${whereLog(server)}`,
  );
}

/** @type {(running: Running, signal: AbortSignal) => Promise<void>} */
async function untilEnd(running, signal) {
  const first = await firstToEnd(running, signal);
  if (first === 'server') throw await fallen(running.server);
  if (first === 'database')
    throw new Trouble(
      '内嵌 PostgreSQL 意外退出，请重新启动；已确认的数据不会丢失。',
      'The embedded PostgreSQL has ended unexpectedly. Start again: no acknowledged row is lost.',
    );
}

/** @type {(server: ApiProgram) => Promise<Trouble>} */
async function fallen(server) {
  const { code, signal, error } = await server.ended;
  if (server.log) process.stderr.write(`${lastLines(server.log)}\n`);
  return new Trouble(
    '服务意外退出，日志见上。',
    `The server has ended by itself (${error?.message ?? signal ?? `exit code ${code}`}), its log is above. ${whereLog(server)}`,
  );
}

/** @type {(server: ApiProgram) => string} */
const whereLog = ({ log }) => (log ? `Log: ${log}` : '');
