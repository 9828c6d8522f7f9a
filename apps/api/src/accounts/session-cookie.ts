import type { FastifyReply, FastifyRequest } from 'fastify';
import '@fastify/cookie';

const NAME = 'gongkai_session';

/** The session token, out of reach of scripts and of other sites. */
export function setSessionCookie(reply: FastifyReply, token: string, expires: Date, secure: boolean): void {
  void reply.setCookie(NAME, token, { httpOnly: true, sameSite: 'strict', path: '/', secure, expires });
}

export function clearSessionCookie(reply: FastifyReply): void {
  void reply.clearCookie(NAME, { path: '/' });
}

export function sessionToken(request: FastifyRequest): string | undefined {
  return request.cookies[NAME];
}

/** The same from the header itself, where no server has taken it apart. */
export function sessionIn(header: string | undefined): string | undefined {
  const found = (header ?? '').split(';').find((pair) => pair.trim().startsWith(`${NAME}=`));
  return found?.trim().slice(NAME.length + 1);
}
