import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Caller } from '../database/caller';
import type { Loaders } from '../requests/loaders';
import { REFUSED_REQUESTS, pathOf } from '../requests/refused-request';
import { isPage } from './is-page';
import { areThere, thingsNamedBy } from './named-things';
import { IndexPage } from './page';

/** Who asks for a page, and what is looked up for whom. */
export interface PageReaders {
  readonly callerOf: (request: FastifyRequest) => Promise<Caller>;
  readonly loadersFor: (caller: Caller) => Loaders;
  /** Of what could not be looked up. */
  readonly failed: (fault: unknown) => void;
}

/**
 * Serves the built pages at the addresses the app has, so that links can be shared; any other is unknown, and so is one that names something there is
 * not. Without a build the api stands alone.
 */
export async function serveWeb(fastify: FastifyInstance, folder: string, readers: PageReaders): Promise<boolean> {
  const file = path.join(folder, 'index.html');
  if (!existsSync(file)) return false;
  const page = new IndexPage(file);
  await fastify.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    globIgnore: ['index.html', '**/*.br', '**/*.gz'],
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, served) => {
      const lasting = served.includes(`${path.sep}assets${path.sep}`);
      void reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  fastify.get('/*', async (request, reply) => {
    if (isPage(pathOf(request))) return page.send(reply, await statusOf(request, readers));
    const { status, code, words } = REFUSED_REQUESTS.unknownPath();
    // A person is shown the page that says so.
    if (isForPeople(request.headers.accept) && !isOfApi(pathOf(request))) return page.send(reply, status);
    return reply.status(status).send({ code, message: words });
  });
  return true;
}

/** 404 where the address names what is not there for the one who asks. A page that cannot be asked about is sent all the same: it says so itself. */
async function statusOf(request: FastifyRequest, { callerOf, loadersFor, failed }: PageReaders): Promise<200 | 404 | 503> {
  const things = thingsNamedBy(pathOf(request), request.query as Readonly<Record<string, unknown>>);
  if (things.length === 0) return 200;
  const caller = await callerOf(request);
  try {
    return (await areThere(things, loadersFor(caller))) ? 200 : 404;
  } catch (fault) {
    failed(fault);
    return 503;
  }
}

const OF_API = /^\/(graphql|exports|documents|templates|health|metrics|docs|assets)(\/|$)/;

function isOfApi(address: string): boolean {
  return OF_API.test(address) || path.extname(address) !== '';
}

function isForPeople(accept: string | undefined): boolean {
  return accept?.includes('text/html') === true;
}
