import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { typeDefinitions } from '@gongkai/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { AccountsService } from '../accounts/accounts.service';
import { credentialsOf } from '../accounts/credentials';
import type { Clock } from '../config-token';
import type { Database } from '../database/database';
import type { RequestContext } from '../requests/asking';
import { createLoaders } from '../requests/loaders';
import { compiledQueries } from './compiled-queries';
import { limitCost } from './limit-cost';
import { SCALARS } from './scalars';
import { tellOrMask } from './tell-or-mask';
import { type SocketContext, socketsFor } from './subscriptions';

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
    // Without hints of how long answers last nothing has to follow every single field.
    plugins: [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginCacheControlDisabled(), compiledQueries()],
    validationRules: [limitCost({ depth: 12, fields: 1_000, roots: 20 })],
    formatError: tellOrMask,
    subscriptions: socketsFor(accounts),
    context: async (request: FastifyRequest | SocketContext, reply: FastifyReply): Promise<RequestContext> => {
      const caller = 'extra' in request ? request.extra.caller : await accounts.callerOf(credentialsOf(request));
      if (caller == null) throw UNAUTHENTICATED;
      return { caller, loaders: createLoaders(database, caller, clock()), request: request as FastifyRequest, reply };
    },
  };
}
