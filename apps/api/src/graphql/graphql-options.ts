import { randomUUID } from 'node:crypto';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { unwrapResolverError } from '@apollo/server/errors';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Logger } from '@nestjs/common';
import { typeDefinitions } from '@gongkai/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { AccountsService } from '../accounts/accounts.service';
import { credentialsOf } from '../accounts/credentials';
import type { Clock } from '../config-token';
import type { Database } from '../database/database';
import type { RequestContext } from '../requests/asking';
import { createLoaders } from '../requests/loaders';
import { limitCost } from './limit-cost';
import { SCALARS } from './scalars';

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
]);

const UNAUTHENTICATED = new GraphQLError('令牌无效、已过期或已撤销。/ The token is unknown, expired or revoked.', {
  extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
});

/** Apollo Server on Fastify, schema first; who asks is known before any resolver runs. */
export function graphqlOptions(accounts: AccountsService, database: Database, clock: Clock): ApolloDriverConfig {
  return {
    driver: ApolloDriver,
    path: '/graphql',
    typeDefs: [typeDefinitions],
    resolvers: SCALARS,
    csrfPrevention: true,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    plugins: [ApolloServerPluginLandingPageDisabled()],
    validationRules: [limitCost({ depth: 12, fields: 1_000, roots: 20 })],
    formatError: tellOrMask,
    context: async (request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> => {
      const caller = await accounts.callerOf(credentialsOf(request));
      if (caller === null) throw UNAUTHENTICATED;
      return { caller, loaders: createLoaders(database, caller, clock()), request, reply };
    },
  };
}

/** A fault gets an id under which the log holds it; the asker learns the id and nothing else. */
function tellOrMask(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { code } = formatted.extensions ?? {};
  if (typeof code === 'string' && TOLD.has(code)) return formatted;
  const id = randomUUID();
  const fault = unwrapResolverError(error);
  log.error({ id, fault: fault instanceof Error ? fault.stack : String(fault), path: formatted.path });
  return { message: `系统故障，编号 ${id}。/ A fault of ours, number ${id}.`, extensions: { code: 'INTERNAL_SERVER_ERROR', id } };
}
