import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { Logger } from '@nestjs/common';
import type { GraphQLFormattedError } from 'graphql';
import { stackOf } from '../stack-of';

const log = new Logger('graphql');

/** Mistakes of the asker, told as they are; everything else is a fault of ours and is masked. */
const TOLD = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'HUNG_UP',
  'BUSY',
  'TOO_LONG',
  'READ_ONLY',
  'TOO_MANY_REQUESTS',
  'COST_TOO_HIGH',
]);

/** A fault gets an id under which the log holds it; the asker learns the id and nothing else. */
export function tellOrMask(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { code } = formatted.extensions ?? {};
  if (typeof code === 'string' && TOLD.has(code)) return formatted;
  const id = randomUUID();
  const fault = unwrapResolverError(error);
  log.error({ id, fault: stackOf(fault), path: formatted.path });
  return { message: `系统故障，编号 ${id}。/ A fault of ours, number ${id}.`, extensions: { code: 'INTERNAL_SERVER_ERROR', id } };
}
