import path from 'node:path';
import { ROOT } from '../install.mjs';
import { Trouble } from './trouble.mjs';

/** @import { Environment, Settings } from './types.js' */

const FLAGS = ['--watch', '--demo'];

/**
 * What the environment and the flags ask for. The loopback address is the default: demo accounts have known passwords.
 * @type {(env: Environment, flags: readonly string[]) => Settings}
 */
export function readSettings(env, flags) {
  const unknown = flags.find((flag) => !FLAGS.includes(flag));
  if (unknown)
    throw new Trouble(`不认识的参数 ${unknown}，可用：${FLAGS.join(' ')}`, `unknown flag ${unknown}; known are ${FLAGS.join(' ')}`);
  const databaseUrl = env.DATABASE_URL || null;
  return {
    port: readPort(env.PORT || '3000'),
    host: env.HOST || '127.0.0.1',
    data: path.resolve(ROOT, env.GONGKAI_DATA || '.data'),
    web: path.resolve(ROOT, env.GONGKAI_WEB || 'apps/web/dist'),
    databaseUrl,
    secret: env.GONGKAI_SECRET || null,
    watch: flags.includes('--watch'),
    demo: databaseUrl === null || flags.includes('--demo') || env.GONGKAI_DEMO === '1',
  };
}

/** @type {(text: string) => number} */
function readPort(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new Trouble(`PORT=${text} 不是端口号（0 至 65535）。`, `PORT=${text} is not a port number (0 to 65535).`);
}

/**
 * As a person types it into a browser.
 * @type {(at: { readonly host: string; readonly port: number }) => string}
 */
export function addressOf({ host, port }) {
  const name = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
