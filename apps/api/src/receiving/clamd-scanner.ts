import { type NetConnectOpts, type Socket, connect } from 'node:net';
import { once } from 'node:events';
import { Unclean, type Scanner } from './scanner';

/** A scanner that says nothing for so long is down. Milliseconds. */
const SILENCE = 60_000;
const LONGEST_REPLY = 4096;

/**
 * Speaks INSTREAM with clamd (man 8 clamd, COMMANDS): chunks with their length before them, a length of zero, and one line that says OK or what
 * was found. `clamd://host:port` or `clamd:///path/of/socket`.
 */
export function clamdScanner(address: string): Scanner {
  const place = placeOf(address);
  return {
    scans: true,
    screen: (content) => screen(place, content),
    answers: () =>
      ask(place, 'PING').then(
        (reply) => reply === 'PONG',
        () => false,
      ),
  };
}

function placeOf(address: string): NetConnectOpts {
  const { hostname, port, pathname } = new URL(address);
  return hostname === ''
    ? { path: decodeURIComponent(pathname) }
    : { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || '3310') };
}

async function* screen(place: NetConnectOpts, content: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  const scan = open(place, 'INSTREAM');
  try {
    for await (const chunk of content) {
      await send(scan, framed(chunk));
      yield chunk;
    }
    await send(scan, Buffer.alloc(4));
    judge(await scan.reply.catch(unscanned));
  } finally {
    scan.socket.destroy();
  }
}

async function ask(place: NetConnectOpts, command: string): Promise<string> {
  const { socket, reply } = open(place, command);
  try {
    return await reply;
  } finally {
    socket.destroy();
  }
}

interface Scan {
  readonly socket: Socket;
  /** The one line clamd answers with; rejects where it does not. */
  readonly reply: Promise<string>;
}

function open(place: NetConnectOpts, command: string): Scan {
  const socket = connect(place);
  socket.setTimeout(SILENCE, () => socket.destroy(new Error('silence')));
  const reply = replyOf(socket);
  // Whoever waits for the reply hears of a failure.
  reply.catch(() => undefined);
  socket.write(`z${command}\0`);
  return { socket, reply };
}

async function replyOf(socket: Socket): Promise<string> {
  let said = '';
  for await (const chunk of socket) {
    said += String(chunk);
    if (said.includes('\0') || said.length > LONGEST_REPLY) break;
  }
  if (said === '') throw new Error('no answer');
  return said.replace(/\0.*$/s, '').trim();
}

/** Waits while the scanner is slow, and for no longer than it is there. */
async function send({ socket, reply }: Scan, bytes: Buffer): Promise<void> {
  if (socket.destroyed) return unscanned(new Error('closed'));
  if (!socket.write(bytes)) await Promise.race([once(socket, 'drain'), reply]).catch(unscanned);
}

function framed(chunk: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.byteLength);
  return Buffer.concat([length, chunk]);
}

function judge(reply: string): void {
  if (reply === 'stream: OK') return;
  const found = /^stream: (.+) FOUND$/.exec(reply)?.[1];
  throw found === undefined ? Unclean.unscanned(reply) : Unclean.found(found);
}

function unscanned(fault: unknown): never {
  if (fault instanceof Unclean) throw fault;
  throw Unclean.unscanned(fault instanceof Error && 'code' in fault ? String(fault.code) : 'clamd');
}
