import type { IncomingMessage } from 'node:http';
import type { SubscriptionConfig } from '@nestjs/graphql';
import { typeDefinitions } from '@gongkai/contract';
import { GraphQLError, buildSchema, getOperationAST, parse, validate } from 'graphql';
import type { AccountsService } from '../accounts/accounts.service';
import { socketCredentials } from '../accounts/credentials';
import type { AccountCaller } from '../database/caller';
import { limitCost } from './limit-cost';
import { tellOrMask } from './tell-or-mask';

/** What a socket is known by while it is open. */
export interface SocketContext {
  readonly connectionParams?: Readonly<Record<string, unknown>>;
  readonly extra: { readonly request: IncomingMessage; caller?: AccountCaller };
}

const SMALL = limitCost({ depth: 8, fields: 100, roots: 1 });

/**
 * Sockets are for accounts, known by the same credentials as over HTTP; a page of another site gets none, whatever cookies its browser holds.
 * They carry subscriptions only: everything else has its own way, with its own guards.
 */
export function socketsFor(accounts: AccountsService): SubscriptionConfig {
  const schema = buildSchema(typeDefinitions);
  return {
    'graphql-ws': {
      onConnect: async (context) => {
        const { extra, connectionParams } = context as unknown as SocketContext;
        if (!isSameSite(extra.request)) return false;
        const caller = await accounts.callerOf(socketCredentials(extra.request, connectionParams?.['authorization']));
        if (caller?.kind !== 'account') return false;
        extra.caller = caller;
        return true;
      },
      onSubscribe: (_context, _id, { query, operationName }) => refuseOperation(query, operationName),
      onNext: (...[, , , , { data, errors }]) =>
        errors && { data: data ?? null, errors: errors.map((error) => tellOrMask(error.toJSON(), error)) },
    },
  };

  function refuseOperation(query: string, name: string | null | undefined): readonly GraphQLError[] | undefined {
    try {
      const document = parse(query);
      if (getOperationAST(document, name)?.operation !== 'subscription') return [new GraphQLError('a socket carries subscriptions only')];
      const costs = validate(schema, document, [SMALL]);
      return costs.length > 0 ? costs : undefined;
    } catch (error) {
      return [error instanceof GraphQLError ? error : new GraphQLError('the operation cannot be read')];
    }
  }
}

/** Browsers say where a page comes from, and scripts cannot change it; a program says nothing. */
function isSameSite({ headers: { origin, host } }: IncomingMessage): boolean {
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}
