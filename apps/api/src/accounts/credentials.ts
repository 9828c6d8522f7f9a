import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { sessionIn, sessionToken } from './session-cookie';

/** What a request shows of who sent it. */
export interface Credentials {
  readonly session: string | undefined;
  readonly bearer: string | undefined;
  readonly address: string;
}

export function credentialsOf(request: FastifyRequest): Credentials {
  return { session: sessionToken(request), bearer: bearerIn(request.headers.authorization), address: request.ip };
}

/** Of a request that asks for a socket; `authorization`: what the connection's own parameters say, for programs that cannot set headers. */
export function socketCredentials(
  request: { readonly headers: IncomingHttpHeaders; readonly socket: { readonly remoteAddress?: string | undefined } },
  authorization: unknown,
): Credentials {
  const { headers, socket } = request;
  const given = typeof authorization === 'string' ? authorization : headers.authorization;
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')[0]
    ?.trim();
  return { session: sessionIn(headers.cookie), bearer: bearerIn(given), address: forwarded || (socket.remoteAddress ?? '') };
}

/** What follows Bearer, empty where that is no token: who shows one is not taken for the public. */
function bearerIn(authorization: string | undefined): string | undefined {
  const [, token] = /^Bearer\b(.*)$/is.exec(authorization ?? '') ?? [];
  return token === undefined ? undefined : (/^ (\S{1,200})$/.exec(token)?.[1] ?? '');
}
