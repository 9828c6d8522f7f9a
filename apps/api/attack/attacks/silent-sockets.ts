import type { Attack } from '../attack';
import { WebSocket } from 'ws';

const SOCKETS = 60;

/** Sockets that are opened and say nothing; those above the number of one address are not taken. */
export const silentSockets: Attack = async (address) => {
  const opened = Array.from({ length: SOCKETS }, () => openSocket(address));
  const outcomes = await Promise.all(opened);
  outcomes.forEach(({ socket }) => socket.terminate());
  const refused = outcomes.filter(({ status }) => status !== null);
  return { refusedWith: refused.length === 0 ? 'nothing' : String(refused[0]?.status) };
};

function openSocket(address: string): Promise<{ readonly socket: WebSocket; readonly status: number | null }> {
  const socket = new WebSocket(`${address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  socket.on('error', () => undefined);
  return new Promise((resolve) => {
    socket.on('open', () => resolve({ socket, status: null }));
    socket.on('unexpected-response', (_request, response) => resolve({ socket, status: response.statusCode ?? null }));
  });
}
