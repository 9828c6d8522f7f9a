import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from '../install.mjs';
import { Trouble } from './trouble.mjs';

/** @import { OpenedDatabase, Say, Settings } from './types.js' */

/**
 * The database to use: a server of the user's own, or the embedded one. `mark` tells one database from another, so that demo accounts
 * are never shown for a database that does not have them. `watchOver` calls back when an embedded server has died.
 * @type {(settings: Settings, say: Say) => Promise<OpenedDatabase>}
 */
export async function openDatabase({ databaseUrl, data }, say) {
  if (databaseUrl)
    return {
      url: databaseUrl,
      mark: markOf(databaseUrl),
      where: null,
      reused: true,
      watchOver: () => () => undefined,
      stop: async () => undefined,
    };
  const { startPostgres } = createRequire(import.meta.url)(path.join(ROOT, 'libs/postgres/dist/index.js'));
  try {
    const server = await startPostgres({ folder: path.join(data, 'postgres'), log: (/** @type {string} */ line) => say(`  ${line}`) });
    return {
      url: server.url,
      mark: markOf(server.password),
      where: server.folder,
      reused: server.reused,
      watchOver: (died) => watchProcess(server.pid, died),
      stop: () => server.stop(),
    };
  } catch (error) {
    if (error.name !== 'PostgresError') throw error;
    throw new Trouble('内嵌 PostgreSQL 无法启动：', `${error.message} (${error.code})`);
  }
}

/** @type {(text: string) => string} */
const markOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** @type {(pid: number, died: () => void) => () => void} */
function watchProcess(pid, died) {
  const timer = setInterval(() => {
    try {
      process.kill(pid, 0);
    } catch (error) {
      if (error.code === 'EPERM') return;
      clearInterval(timer);
      died();
    }
  }, 2_000);
  return () => clearInterval(timer);
}
