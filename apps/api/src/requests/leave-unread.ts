import type { FastifyReply, FastifyRequest } from 'fastify';
import { type RefusedRequest, answerRefusal } from './refused-request';

/** Milliseconds. */
const LINGER = 2_000;

/** Answers without reading on. What is still on its way is dropped for as long as a client needs to look at the answer, then the connection is cut. */
export function leaveUnread(request: FastifyRequest, reply: FastifyReply, refused: RefusedRequest): FastifyReply {
  const { raw } = request;
  if (!raw.complete) {
    raw.resume();
    const cut = setTimeout(() => raw.destroy(), LINGER);
    raw.once('close', () => clearTimeout(cut));
  }
  return answerRefusal(request, reply, refused);
}
