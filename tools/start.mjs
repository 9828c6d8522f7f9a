// npm start: installs, builds, starts the database and the server, and stops them again. `--watch` is npm run dev.
import { announceHolder } from './start/announce.mjs';
import { makeDataFolder } from './start/folder.mjs';
import { takeLock } from './start/running.mjs';
import { serve } from './start/serve.mjs';
import { readSettings } from './start/settings.mjs';

/** @import { Closing } from './start/types.js' */

const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => ending.abort());

async function start() {
  const settings = readSettings(process.env, process.argv.slice(2));
  makeDataFolder(settings.data);
  const lock = takeLock(settings.data, { address: null });
  if (!lock.taken) return announceHolder(lock.holder, settings.data);
  const closing = [async () => lock.release()];
  try {
    await serve(settings, { lock, closing, signal: ending.signal });
  } finally {
    if (ending.signal.aborted) console.log('\n正在停止… / Stopping…');
    for (const close of closing.reverse()) await close().catch((error) => console.error(error.message));
  }
  console.log('已停止。/ Stopped.');
}

start().then(
  () => process.exit(0),
  (error) => {
    if (ending.signal.aborted) process.exit(0);
    console.error(error.name === 'Trouble' ? `\n${error.message}` : error);
    process.exit(1);
  },
);
