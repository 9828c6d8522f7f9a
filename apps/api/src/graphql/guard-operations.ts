import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readJson } from '../requests/read-json';
import { pathOf } from '../requests/refused-request';
import { CONTRACT } from './contract-schema';
import { type OperationAsked, judgeOperation } from './judge-operation';
import type { OperationMeasure } from './measure-operation';
import { OPERATION_LIMITS } from './operation-limits';
import { REFUSED_OPERATIONS } from './refused-operations';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the GraphQL operation of this request would take; null where there is none. */
    measure: OperationMeasure | null;
  }
}

const ADDRESS_JSON = { depth: 24, values: 1_000 };

/** Refuses what costs too much, is more than one thing, or is none, before GraphQL sees it. */
export function guardOperations(fastify: FastifyInstance): void {
  fastify.decorateRequest('measure', null);
  fastify.addHook('preValidation', async (request) => {
    if (pathOf(request) !== '/graphql' || request.method === 'OPTIONS') return;
    const { account, anybody } = OPERATION_LIMITS;
    const judged = judgeOperation(CONTRACT, askedBy(request), request.caller?.kind === 'account' ? account : anybody);
    if ('refused' in judged) throw judged.refused;
    request.measure = judged.measure;
  });
}

function askedBy(request: FastifyRequest): OperationAsked {
  const { body } = request;
  if (Array.isArray(body)) throw REFUSED_OPERATIONS.batch();
  const said = request.method === 'GET' || request.method === 'HEAD' ? inAddress(request.query as Readonly<Record<string, unknown>>) : body;
  if (typeof said !== 'object' || said === null) throw REFUSED_OPERATIONS.notOne();
  const { query, operationName = null, variables = null, extensions = null } = said as Readonly<Record<string, unknown>>;
  if (query === undefined && typeof extensions === 'object' && extensions !== null && 'persistedQuery' in extensions)
    throw REFUSED_OPERATIONS.persisted();
  const isOne =
    typeof query === 'string' &&
    query.trim() !== '' &&
    (operationName === null || typeof operationName === 'string') &&
    typeof variables === 'object' &&
    !Array.isArray(variables) &&
    typeof extensions === 'object' &&
    !Array.isArray(extensions);
  if (!isOne) throw REFUSED_OPERATIONS.notOne();
  return { query, operationName, variables: (variables ?? {}) as OperationAsked['variables'] };
}

function inAddress(asked: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const json = ['variables', 'extensions'].flatMap((name) => {
    const text = asked[name];
    return typeof text === 'string' && text !== '' ? [[name, readJson(Buffer.from(text), ADDRESS_JSON)]] : [];
  });
  return { ...asked, ...(Object.fromEntries(json) as Readonly<Record<string, unknown>>) };
}
