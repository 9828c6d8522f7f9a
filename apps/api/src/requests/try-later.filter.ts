import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { TryLater } from './try-later';

/** Answers in the way of a download; GraphQL has its own for what a resolver throws. */
@Catch(TryLater)
export class TryLaterFilter implements ExceptionFilter<TryLater> {
  catch(later: TryLater, host: ArgumentsHost): TryLater | void {
    if (host.getType() !== 'http') return later;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    void reply.status(later.status).header('retry-after', String(later.seconds)).send({ code: later.code, message: later.words });
  }
}
