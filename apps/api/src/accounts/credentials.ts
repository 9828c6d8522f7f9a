import type { FastifyRequest } from 'fastify';
import { sessionToken } from './session-cookie';

/** What a request shows of who sent it. */
export interface Credentials {
  readonly session: string | undefined;
  readonly bearer: string | undefined;
  readonly address: string;
}

export function credentialsOf(request: FastifyRequest): Credentials {
  const bearer = /^Bearer (\S{1,200})$/i.exec(request.headers.authorization ?? '')?.[1];
  return { session: sessionToken(request), bearer, address: request.ip };
}
