import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../database/caller';
import { hangUpOf } from './hang-up';
import type { Loaders } from './loaders';

/** What every resolver of one request shares. */
export interface RequestContext {
  readonly caller: Caller;
  readonly loaders: Loaders;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export type HttpExchange = Pick<RequestContext, 'request' | 'reply'>;

function contextOf(execution: ExecutionContext): RequestContext {
  return GqlExecutionContext.create(execution).getContext<RequestContext>();
}

/** The caller of this request. */
export const Asking = createParamDecorator((_: unknown, execution: ExecutionContext): Caller => contextOf(execution).caller);

/** What the batching loaders of this request ask with. */
export const Loading = createParamDecorator((_: unknown, execution: ExecutionContext): Loaders => contextOf(execution).loaders);

/** The exchange itself, for the session cookie. (A bare reply would be awaited: Fastify's is a promise of its end.) */
export const Exchange = createParamDecorator((_: unknown, execution: ExecutionContext): HttpExchange => ({
  request: contextOf(execution).request,
  reply: contextOf(execution).reply,
}));

/** Aborts when the client hangs up before it is answered. */
export const HangingUp = createParamDecorator((_: unknown, execution: ExecutionContext): AbortSignal =>
  hangUpOf(contextOf(execution).reply),
);
