import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';
import { Negotiator } from '@fastify/accept-negotiator';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pathOf } from './refused-request';

/** What fits into one packet arrives no sooner for being shorter. */
const SHORTEST = 1_400;
const TEXTS = /^(text\/|application\/(json|graphql-response\+json|javascript)|image\/svg\+xml)/;
/** Brotli at its fourth level is as fast as gzip and smaller. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const negotiator = new Negotiator({ supportedValues: ['br', 'gzip', 'identity'] });
const WHOLE = { br: (body: Buffer) => promisify(brotliCompress)(body, BROTLI), gzip: (body: Buffer) => promisify(gzip)(body) };
const FLOWING = { br: () => createBrotliCompress(BROTLI), gzip: () => createGzip() };

/** Compresses answers that are texts and not short, as the asker takes them; files of the build are compressed already. In a thread of zlib. */
export function compressAnswers(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply, body: unknown) => {
    if (!isLongText(reply, body) || request.method === 'HEAD' || couldLeak(request)) return body;
    addVary(reply);
    const encoding = encodingFor(request);
    if (encoding === null) return body;
    void reply.header('content-encoding', encoding).removeHeader('content-length');
    return Buffer.isBuffer(body) ? WHOLE[encoding](body) : body.pipe(FLOWING[encoding]());
  });
}

function isLongText(reply: FastifyReply, body: unknown): body is Buffer | Readable {
  if (reply.hasHeader('content-encoding') || !TEXTS.test(String(reply.getHeader('content-type')))) return false;
  return body instanceof Readable || (Buffer.isBuffer(body) && body.byteLength >= SHORTEST);
}

/**
 * How short a compressed answer gets tells a listener whether a guess stands in it a second time (BREACH). So nothing is compressed that hands over a
 * secret (what changes something: log-in, tokens), nor what an account is answered to a request that a page of another site could make its browser send.
 */
function couldLeak(request: FastifyRequest): boolean {
  return pathOf(request) === '/graphql' ? request.measure?.kind !== 'query' : request.caller?.kind === 'account';
}

function encodingFor({ headers }: FastifyRequest): 'br' | 'gzip' | null {
  const wanted = headers['accept-encoding'];
  const found = wanted === undefined ? null : negotiator.negotiate(wanted);
  return found === 'br' || found === 'gzip' ? found : null;
}

function addVary(reply: FastifyReply): void {
  const before = reply.getHeader('vary');
  void reply.header('vary', before === undefined ? 'accept-encoding' : `${String(before)}, accept-encoding`);
}
