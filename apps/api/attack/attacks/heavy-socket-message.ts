import type { Attack } from '../attack';
import { WebSocket } from 'ws';

const MEGABYTES = 20;
const NESTED = Buffer.from(`{"type":"connection_init","payload":${'['.repeat(MEGABYTES * 500_000)}${']'.repeat(MEGABYTES * 500_000)}}`);

/** One message over a socket, tens of megabytes of nothing, before anybody has said who is there. */
export const heavySocketMessage: Attack = (address) =>
  new Promise((resolve) => {
    const socket = new WebSocket(`${address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    let refused = 'nothing';
    socket.on('open', () => socket.send(NESTED, () => undefined));
    socket.on('message', () => socket.close());
    socket.on('error', (error) => (refused = (error as NodeJS.ErrnoException).code ?? error.message));
    socket.on('close', (code) => resolve({ refusedWith: code === 1005 ? refused : String(code) }));
  });
