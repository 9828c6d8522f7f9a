import { type ApolloServerPlugin, type GraphQLRequestContext, HeaderMap } from '@apollo/server';
import { type DocumentNode, visit } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';

/** Documents whose compiled code is held; each takes some hundred KB. */
const HELD = 100;
/** Compiling costs as much as some executions, so that what is asked once is never compiled. */
const ASKED_BEFORE = 2;

type Known = { readonly asked: number } | { readonly compiled: CompiledQuery | null };

/**
 * Runs queries that come again and again as compiled code, which builds large answers several times faster than walking the document. It only
 * ever answers what succeeds: where a field fails, the query is executed once more in the ordinary way, whose errors are told as ever.
 */
export function compiledQueries(): ApolloServerPlugin {
  const documents = new LRUCache<DocumentNode, Known>({ max: HELD });
  return {
    requestDidStart: async () => ({
      responseForOperation: async (request) => {
        const compiled = compiledFor(request);
        if (compiled === null) return null;
        const { data, errors } = await compiled.query(undefined, request.contextValue, request.request.variables ?? {});
        if (errors !== undefined || data == null) return null;
        return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data } } };
      },
    }),
  };

  /** Documents that are parsed once are the same object each time; null where this one runs in the ordinary way. */
  function compiledFor({ document, schema }: GraphQLRequestContext<object>): CompiledQuery | null {
    if (document === undefined) return null;
    const known = documents.get(document) ?? { asked: 0 };
    if ('compiled' in known) return known.compiled;
    if (known.asked < ASKED_BEFORE) {
      documents.set(document, { asked: known.asked + 1 });
      return null;
    }
    const compiled = isPlainQuery(document) ? compileQuery(schema, document) : null;
    const usable = compiled !== null && isCompiledQuery(compiled) ? compiled : null;
    documents.set(document, { compiled: usable });
    return usable;
  }
}

/** One query without directives: what changes something, or changes shape with its variables, is executed as written. */
function isPlainQuery(document: DocumentNode): boolean {
  const operations: string[] = [];
  let directives = 0;
  visit(document, { OperationDefinition: ({ operation }) => void operations.push(operation), Directive: () => void (directives += 1) });
  return operations.length === 1 && operations[0] === 'query' && directives === 0;
}
