import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const OURS = ['/graphql', '/exports', '/documents', '/health'];

/** Serves the built pages; a path that is no file is a page of the app, so that links can be shared. Without a build the api stands alone. */
export async function serveWeb(fastify: FastifyInstance, folder: string): Promise<boolean> {
  if (!existsSync(path.join(folder, 'index.html'))) return false;
  await fastify.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, file) => {
      const lasting = file.includes(`${path.sep}assets${path.sep}`);
      void reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  fastify.get('/*', (request, reply) => {
    if (OURS.some((prefix) => request.url.startsWith(prefix)) || path.extname(request.url.split('?')[0] ?? '') !== '') {
      return reply.status(404).send({ code: 'NOT_FOUND' });
    }
    return reply.sendFile('index.html');
  });
  return true;
}
