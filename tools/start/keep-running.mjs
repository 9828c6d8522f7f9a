import { setTimeout as sleep } from 'node:timers/promises';
import { lastLines } from './child.mjs';

/** @import { EndedPart, Running, Say, Start } from './types.js' */

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** What stayed up for so long did not die of its start. */
const SETTLED_MS = 5 * 60_000;

/**
 * Until `signal`: starts again what has ended by itself, server or embedded database, and says so each time. The pause doubles while they end soon
 * after they started. `start` brings up whatever is not running, and throws when it does not come up; `running` is what it has brought up.
 * @type {(running: Running, how: { readonly start: Start; readonly say: Say; readonly signal: AbortSignal }) => Promise<void>}
 */
export async function keepRunning(running, { start, say, signal }) {
  let pause = FIRST_PAUSE_MS;
  let since = Date.now();
  for (;;) {
    const ended = await firstToEnd(running, signal);
    if (ended === 'asked') return;
    if (Date.now() - since > SETTLED_MS) pause = FIRST_PAUSE_MS;
    await sayEnded(ended, running, say);
    do {
      say(`${pause / 1000} 秒后重新启动… / Starting again in ${pause / 1000} s…`);
      await sleep(pause, undefined, { signal }).catch(() => undefined);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      if (signal.aborted) return;
    } while (!(await comesUp(start, ended, say)) && !signal.aborted);
    since = Date.now();
    if (!signal.aborted) say('已恢复运行。/ Running again.');
  }
}

/** @type {(start: Start, ended: EndedPart, say: Say) => Promise<boolean>} */
async function comesUp(start, ended, say) {
  try {
    await start(ended);
    return true;
  } catch (error) {
    say(error.name === 'Trouble' ? error.message : String(error.stack ?? error));
    return false;
  }
}

/**
 * Which ends first: 'server', 'database', or 'asked' where `signal` came before either.
 * @type {(running: Running, signal: AbortSignal) => Promise<EndedPart | 'asked'>}
 */
export async function firstToEnd({ server, database }, signal) {
  /** @type {() => void} */
  let unwatch = () => undefined;
  /** @type {() => void} */
  let unlisten = () => undefined;
  /** @type {Promise<EndedPart>} */
  const died = new Promise((done) => {
    unwatch = database.watchOver(() => done('database'));
  });
  /** @type {Promise<'asked'>} */
  const asked = new Promise((done) => {
    if (signal.aborted) done('asked');
    const abort = () => done('asked');
    signal.addEventListener('abort', abort, { once: true });
    unlisten = () => signal.removeEventListener('abort', abort);
  });
  const first = await Promise.race([asked, died, server.ended.then(() => /** @type {const} */ ('server'))]);
  unwatch();
  unlisten();
  return signal.aborted ? 'asked' : first;
}

/** @type {(ended: EndedPart, running: Running, say: Say) => Promise<void>} */
async function sayEnded(ended, { server }, say) {
  if (ended === 'database') {
    say('\n内嵌 PostgreSQL 意外退出；已确认的数据不会丢失。\nThe embedded PostgreSQL has ended unexpectedly; no acknowledged row is lost.');
    return;
  }
  const { code, signal, error } = await server.ended;
  if (server.log) say(lastLines(server.log));
  say(`\n服务意外退出。\nThe server has ended by itself (${error?.message ?? signal ?? `exit code ${code}`}).`);
}
