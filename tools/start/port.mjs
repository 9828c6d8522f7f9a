import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Trouble } from './trouble.mjs';

const TICK_MS = 100;

/**
 * The port asked for if it is free, or becomes so within `patienceMs`; any free one for 0. A busy port is said in words.
 * @type {(asked: { readonly host: string; readonly port: number; readonly patienceMs?: number }) => Promise<number>}
 */
export async function claimPort({ host, port, patienceMs = 0 }) {
  let { code, free } = await probe(host, port);
  for (const until = Date.now() + patienceMs; code === 'EADDRINUSE' && Date.now() < until;) {
    await sleep(TICK_MS);
    ({ code, free } = await probe(host, port));
  }
  if (free !== null) return free;
  if (code === 'EADDRINUSE') {
    throw new Trouble(
      `端口 ${port} 已被其他程序占用。请换一个端口启动，例如：PORT=${port + 1} npm start`,
      `Port ${port} is in use by another program. Choose another one, for example: PORT=${port + 1} npm start`,
    );
  }
  throw new Trouble(
    `无法监听 ${host}:${port}（${code}）。`,
    `Cannot listen on ${host}:${port} (${code}). Choose another with PORT= and HOST=.`,
  );
}

/** @type {(host: string, port: number) => Promise<{ readonly code: string; readonly free: null } | { readonly code: null; readonly free: number }>} */
function probe(host, port) {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', (error) => done({ code: 'code' in error ? String(error.code) : error.message, free: null }));
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      const free = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => done({ code: null, free }));
    });
  });
}
