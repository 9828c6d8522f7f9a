import type { FastifyInstance } from 'fastify';
import { LARGEST_UPLOAD } from '../submissions/report-file';

/**
 * Takes GraphQL multipart requests apart. Files are spooled to disk while they are read; one larger than allowed
 * fails when its stream is read, so that the mutation can refuse it in words.
 */
export async function receiveUploads(fastify: FastifyInstance): Promise<void> {
  const { default: processRequest } = await import('graphql-upload/processRequest.mjs');
  fastify.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null));
  fastify.addHook('preValidation', async (request, reply) => {
    if (!request.headers['content-type']?.toLowerCase().startsWith('multipart/form-data') || request.url.split('?')[0] !== '/graphql')
      return;
    request.body = await processRequest(request.raw, reply.raw, { maxFileSize: LARGEST_UPLOAD + 1, maxFiles: 1, maxFieldSize: 1_000_000 });
  });
}
