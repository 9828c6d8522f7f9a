import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { REFUSED_REQUESTS, pathOf } from '../requests/refused-request';
import { isPage } from './is-page';

/** Serves the built pages at the addresses the app has, so that links can be shared; any other is unknown. Without a build the api stands alone. */
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
    if (isPage(pathOf(request))) return reply.sendFile('index.html');
    const { status, code, words } = REFUSED_REQUESTS.unknownPath();
    // A person is shown the page that says so.
    if (isForPeople(request.headers.accept) && !isOfApi(pathOf(request))) return reply.status(status).sendFile('index.html');
    return reply.status(status).send({ code, message: words });
  });
  return true;
}

const OF_API = /^\/(graphql|exports|documents|templates|health|metrics|docs|assets)(\/|$)/;

function isOfApi(address: string): boolean {
  return OF_API.test(address) || path.extname(address) !== '';
}

function isForPeople(accept: string | undefined): boolean {
  return accept?.includes('text/html') === true;
}
