import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../database/caller';
import { ADDRESS_AT_MOST, type RequestLimits, limitsOf } from './limits-of';
import { leaveUnread } from './leave-unread';
import { REFUSED_REQUESTS, RefusedRequest, pathOf } from './refused-request';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, known before anything of the body is read; null where the path is the same for everybody. */
    caller: Caller | null;
  }
}

/** Paths whose answer depends on who asks. */
const FOR_CALLERS = /^\/(graphql|exports|documents|templates)(\/|$)/;
const JSON_TYPE = /^application\/json\s*(;|$)/i;
const MULTIPART_TYPE = /^multipart\/form-data\s*(;|$)/i;

export const isMultipart = (request: FastifyRequest): boolean => MULTIPART_TYPE.test(request.headers['content-type'] ?? '');

/** The first thing that happens to a request: its address, who asks, whether another site could have made it be sent, and how much it brings. */
export function judgeRequests(fastify: FastifyInstance, callerOf: (request: FastifyRequest) => Promise<Caller | null>): void {
  fastify.decorateRequest('caller', null);
  fastify.addHook('onRequest', async (request, reply) => {
    try {
      refuseAddress(request.url);
      if (!FOR_CALLERS.test(pathOf(request))) return;
      request.caller = await callerOf(request);
      if (request.caller === null) throw REFUSED_REQUESTS.unauthenticated();
      const limits = limitsOf(request.caller);
      refuseBody(request, limits);
      watchOver(request, reply, isMultipart(request) ? limits.seconds.multipart : limits.seconds.json);
    } catch (refused) {
      if (!(refused instanceof RefusedRequest)) throw refused;
      return leaveUnread(request, reply, refused);
    }
  });
}

function refuseAddress(url: string): void {
  if (url.length > ADDRESS_AT_MOST) throw REFUSED_REQUESTS.addressTooLong(ADDRESS_AT_MOST);
  try {
    if (/[\0\p{Surrogate}]/u.test(decodeURIComponent(url.replaceAll('+', ' ')))) throw REFUSED_REQUESTS.badAddress();
  } catch {
    throw REFUSED_REQUESTS.badAddress();
  }
}

/** What the headers say of the body; what they do not say is counted while it is read. */
function refuseBody(request: FastifyRequest, limits: RequestLimits): void {
  const { headers } = request;
  const length = headers['content-length'];
  if (headers['transfer-encoding'] === undefined && (length === undefined || length === '0')) return;
  const type = headers['content-type'] ?? '';
  const multipart = MULTIPART_TYPE.test(type) && pathOf(request) === '/graphql';
  if (!multipart && !JSON_TYPE.test(type)) throw REFUSED_REQUESTS.mediaType();
  if (headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity') throw REFUSED_REQUESTS.encoding();
  if (multipart && headers['apollo-require-preflight'] === undefined) throw REFUSED_REQUESTS.preflight();
  const most = multipart ? limits.multipart : limits.json.bytes;
  if (length !== undefined && !(Number(length) <= most)) throw REFUSED_REQUESTS.tooLarge(most);
}

/** A body that drips in is not waited for. */
function watchOver(request: FastifyRequest, reply: FastifyReply, seconds: number): void {
  if (request.raw.complete) return;
  const timer = setTimeout(() => {
    if (!request.raw.complete && !reply.sent) void leaveUnread(request, reply, REFUSED_REQUESTS.tooSlow(seconds));
  }, seconds * 1000);
  const rest = (): void => clearTimeout(timer);
  request.raw.once('end', rest);
  reply.raw.once('close', rest);
}
