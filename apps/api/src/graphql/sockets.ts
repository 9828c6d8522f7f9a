import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { GraphQLSchema } from 'graphql';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { AccountsService } from '../accounts/accounts.service';
import { socketCredentials } from '../accounts/credentials';
import type { Caller } from '../database/caller';
import { addressKey } from '../requests/address-key';
import type { Patience } from '../requests/patience';
import type { TrustedProxies } from '../trusted-proxies';
import { refuseSubscription } from './refuse-subscription';
import { StandingCaller } from './standing-caller';
import { tellOrMask } from './tell-or-mask';

/** Bytes of one message: an operation and its variables. */
const MESSAGE_AT_MOST = 16 * 1024;
/** Milliseconds within which a socket says who it is. */
const INTRODUCTION = 5_000;
const SUBSCRIPTIONS_AT_MOST = 10;
const SOCKETS_OF_ADDRESS = 20;
const SOCKETS_AT_MOST = 1_000;

/** What sockets hang on: the server, what they may ask, who they are, and what their resolvers share. */
export interface SocketParts {
  readonly server: Server;
  readonly schema: GraphQLSchema;
  readonly accounts: AccountsService;
  readonly trusted: TrustedProxies;
  /** With addresses that open too many. */
  readonly patience: Patience;
  readonly contextFor: (caller: Caller) => object;
}

/**
 * Sockets are for accounts, known by the same credentials as over HTTP; a page of another site gets none, whatever cookies its browser holds.
 * They carry subscriptions only: everything else has its own way, with its own guards. What comes over one is small from its first byte on.
 */
export function openSockets({ server, schema, accounts, trusted, patience, contextFor }: SocketParts): { close(): Promise<void> } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_AT_MOST, perMessageDeflate: false });
  takeSockets(server, sockets, { trusted, patience });
  const graphql = useServer<{ readonly authorization?: unknown }, { caller?: StandingCaller }>(
    {
      schema,
      connectionInitWaitTimeout: INTRODUCTION,
      onConnect: async ({ extra, connectionParams }) => {
        if (!isSameSite(extra.request)) return false;
        const credentials = socketCredentials(extra.request, connectionParams?.authorization, trusted);
        const caller = await StandingCaller.of(() => accounts.callerOf(credentials), extra.socket);
        if (caller === null) return false;
        extra.caller = caller;
        return true;
      },
      onSubscribe: async ({ subscriptions, extra }, _id, payload) =>
        (await extra.caller?.refusal()) ??
        refuseSubscription(payload, { open: Object.keys(subscriptions).length, most: SUBSCRIPTIONS_AT_MOST }),
      onNext: async (...[{ extra }, , , , { data, errors }]) => {
        const ended = await extra.caller?.refusal();
        if (ended != null) return { data: null, errors: ended.map((error) => error.toJSON()) };
        return errors && { data: data ?? null, errors: errors.map((error) => tellOrMask(error.toJSON(), error)) };
      },
      onClose: ({ extra }) => extra.caller?.leave(),
      context: ({ extra: { caller } }) => {
        if (caller === undefined) throw new Error('a socket subscribes before it is known');
        return contextFor(caller.now);
      },
    },
    sockets,
  );
  return { close: async () => graphql.dispose() };
}

/** Takes connections over where they ask for it, so many at once. */
function takeSockets(server: Server, sockets: WebSocketServer, { trusted, patience }: Pick<SocketParts, 'trusted' | 'patience'>): void {
  const open: string[] = [];
  server.on('upgrade', (request, stream, head) => {
    stream.on('error', () => stream.destroy());
    const { address } = socketCredentials(request, undefined, trusted);
    const full = open.length >= SOCKETS_AT_MOST || open.filter((each) => each === address).length >= SOCKETS_OF_ADDRESS;
    if (!asksForSubscriptions(request)) return turnAway(stream, '404 Not Found');
    if (full) return void turnAwaySlowly(stream, addressKey(address), patience);
    open.push(address);
    stream.once('close', () => void open.splice(open.indexOf(address), 1));
    sockets.handleUpgrade(request, stream, head, (socket) => {
      // A message that is too large ends its socket, and that is all.
      socket.on('error', () => socket.terminate());
      sockets.emit('connection', socket, request);
    });
  });
}

function asksForSubscriptions({ url, headers }: IncomingMessage): boolean {
  const protocols = headers['sec-websocket-protocol']?.split(',').map((protocol) => protocol.trim());
  return url?.split('?', 1)[0] === '/graphql' && protocols?.includes(GRAPHQL_TRANSPORT_WS_PROTOCOL) === true;
}

async function turnAwaySlowly(stream: Duplex, address: string, patience: Patience): Promise<void> {
  await patience.refuse(address);
  turnAway(stream, '503 Service Unavailable');
}

function turnAway(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Browsers say where a page comes from, and scripts cannot change it; a program says nothing. */
function isSameSite({ headers: { origin, host } }: IncomingMessage): boolean {
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}
