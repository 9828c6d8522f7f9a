import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { typeDefinitions } from '@gongkai/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Budgets } from '../budgets/budgets';
import type { Clock } from '../config-token';
import type { Database } from '../database/database';
import type { RequestContext } from '../requests/asking';
import { compiledQueries } from './compiled-queries';
import { guardLists } from './guard-lists';
import { PARSING } from './judge-operation';
import { SCALARS } from './scalars';
import { spendBudgets } from './spend-budgets';
import { tellOrMask } from './tell-or-mask';

/** Apollo Server on Fastify, schema first; who asks is known before any resolver runs. */
export function graphqlOptions(database: Database, clock: Clock, budgets: Budgets): ApolloDriverConfig {
  return {
    driver: ApolloDriver,
    path: '/graphql',
    typeDefs: [typeDefinitions],
    resolvers: SCALARS,
    csrfPrevention: true,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    // Without hints of how long answers last nothing has to follow every single field.
    plugins: [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginCacheControlDisabled(), compiledQueries(), spendBudgets(budgets)],
    transformSchema: guardLists,
    parseOptions: PARSING,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    formatError: tellOrMask,
    context: async (request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> => {
      const { caller } = request;
      if (caller === null) throw new Error('a request came in by no door');
      return { caller, loaders: { database, caller, now: clock() }, request, reply };
    },
  };
}
