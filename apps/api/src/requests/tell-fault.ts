import { randomUUID } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { stackOf } from '../stack-of';
import { leaveUnread } from './leave-unread';
import { JSON_AT_MOST } from './limits-of';
import { REFUSED_REQUESTS, RefusedRequest } from './refused-request';
import { TryLater } from '../try-later';

const log = new Logger('http');

/** What becomes of a request that throws: refusals are told, mistakes of the asker too, and a fault of ours is logged under an id and masked. */
@Catch()
export class TellFault implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): unknown {
    // GraphQL tells its own.
    if (host.getType() !== 'http') throw thrown;
    const http = host.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    if (reply.sent || reply.raw.headersSent) return reply.raw.destroy();
    // What a health check found is its answer.
    if (thrown instanceof HttpException && typeof thrown.getResponse() === 'object' && 'details' in (thrown.getResponse() as object))
      return reply.status(thrown.getStatus()).send(thrown.getResponse());
    if (thrown instanceof TryLater) {
      const { code, words: message, seconds } = thrown;
      return reply.status(thrown.status).header('retry-after', String(seconds)).send({ code, message });
    }
    return leaveUnread(request, reply, refusedFor(thrown));
  }
}

function refusedFor(thrown: unknown): RefusedRequest {
  if (thrown instanceof RefusedRequest) return thrown;
  const status = statusOf(thrown);
  if (status === 404) return REFUSED_REQUESTS.unknownPath();
  if (status === 413) return REFUSED_REQUESTS.tooLarge(JSON_AT_MOST);
  if (status === 415) return REFUSED_REQUESTS.mediaType();
  if (status >= 400 && status < 500) return REFUSED_REQUESTS.badRequest(status);
  if ((thrown as { readonly code?: unknown } | null)?.code === 'FST_ERR_HANDLER_TIMEOUT') return REFUSED_REQUESTS.tookTooLong();
  const id = randomUUID();
  log.error({ id, fault: stackOf(thrown) });
  return REFUSED_REQUESTS.fault(id);
}

function statusOf(thrown: unknown): number {
  if (thrown instanceof HttpException) return thrown.getStatus();
  return typeof thrown === 'object' && thrown !== null && 'statusCode' in thrown && typeof thrown.statusCode === 'number'
    ? thrown.statusCode
    : 500;
}
