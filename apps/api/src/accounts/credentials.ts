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

function bearerIn(authorization: string | undefined): string | undefined {
  return /^Bearer (\S{1,200})$/i.exec(authorization ?? '')?.[1];
}
