import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Scanner } from '../receiving/scanner';
import { ANONYMOUS_LIMITS, JSON_AT_MOST, limitsOf } from '../requests/limits-of';
import { readJson } from '../requests/read-json';
import { REFUSED_REQUESTS } from '../requests/refused-request';
import type { Spool, SpoolShare } from '../requests/spool';
import { isMultipart } from '../requests/judge-requests';
import { readMultipart } from './read-multipart';

declare module 'fastify' {
  interface FastifyRequest {
    /** Room for the files of a request that brings some. */
    spool: SpoolShare | null;
  }
}

/** The two kinds of body there are, each read within what its sender may send. Whatever mutation takes a file takes it through the scanner. */
export function receiveBodies(fastify: FastifyInstance, spool: Spool, scanner: Scanner): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: JSON_AT_MOST },
    async (request: FastifyRequest, bytes: string | Buffer) => {
      const { json } = request.caller === null ? ANONYMOUS_LIMITS : limitsOf(request.caller);
      if (bytes.length > json.bytes) throw REFUSED_REQUESTS.tooLarge(json.bytes);
      return readJson(bytes as Buffer, json);
    },
  );
  fastify.decorateRequest('spool', null);
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.caller === null || !isMultipart(request)) return;
    const share = spool.shareFor(limitsOf(request.caller).lane);
    request.spool = share;
    reply.raw.once('close', () => void share.release());
  });
  fastify.addContentTypeParser('multipart/form-data', { bodyLimit: Number.MAX_SAFE_INTEGER }, async (request: FastifyRequest) => {
    if (request.caller === null || request.spool === null) throw REFUSED_REQUESTS.mediaType();
    return readMultipart(request.raw, { limits: limitsOf(request.caller), spool: request.spool, scanner });
  });
}
