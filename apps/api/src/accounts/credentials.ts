import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import type { TrustedProxies } from '../trusted-proxies';
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

/**
 * Of a request that asks for a socket; `authorization`: what the connection's own parameters say, for programs that cannot set headers. The address is
 * what the nearest trusted proxy says, as for other requests.
 */
export function socketCredentials(request: IncomingMessage, authorization: unknown, trusted: TrustedProxies): Credentials {
  const { headers } = request;
  const given = typeof authorization === 'string' ? authorization : headers.authorization;
  return { session: sessionIn(headers.cookie), bearer: bearerIn(given), address: trusted.addressOf(request) };
}

/** What follows Bearer, empty where that is no token: who shows one is not taken for the public. */
function bearerIn(authorization: string | undefined): string | undefined {
  const [, token] = /^Bearer\b(.*)$/is.exec(authorization ?? '') ?? [];
  return token === undefined ? undefined : (/^ (\S{1,200})$/.exec(token)?.[1] ?? '');
}
