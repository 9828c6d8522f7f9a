import type { Server } from 'node:http';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import { Logger as NestLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { Logger } from 'nestjs-pino';
import { AccountsService } from './accounts/accounts.service';
import { credentialsOf } from './accounts/credentials';
import { refusePublishedPasswords } from './accounts/published-passwords';
import { SCANNER, type Scanner } from './receiving/scanner';
import { AppModule } from './app.module';
import { Budgets } from './budgets/budgets';
import { PAGE_UNITS } from './budgets/weights';
import type { Config } from './config';
import { CLOCK, type Clock } from './config-token';
import type { Caller } from './database/caller';
import { Database } from './database/database';
import { openSockets } from './graphql/sockets';
import { guardOperations } from './graphql/guard-operations';
import { receiveBodies } from './graphql/receive-bodies';
import { compressAnswers } from './requests/compress-answers';
import { judgeRequests } from './requests/judge-requests';
import { JSON_AT_MOST } from './requests/limits-of';
import type { Loaders } from './requests/loaders';
import { Patience, slownessIn } from './requests/patience';
import { REFUSED_REQUESTS } from './requests/refused-request';
import { slowRefusals } from './requests/slow-refusals';
import { Spool } from './requests/spool';
import { TellFault } from './requests/tell-fault';
import { stackOf } from './stack-of';
import { contentSecurityPolicy } from './web/content-security-policy';
import { serveWeb } from './web/serve-web';

interface RunningServer {
  readonly port: number;
  close(): Promise<void>;
}

const SECOND = 1_000;

/** How long a connection may take for what it does, in milliseconds, and how much may come before a body. */
const HTTP_LIMITS = {
  bodyLimit: JSON_AT_MOST,
  http: { headersTimeout: 10 * SECOND, requestTimeout: 600 * SECOND, connectionsCheckingInterval: 5 * SECOND, maxHeaderSize: 16 * 1024 },
  connectionTimeout: 180 * SECOND,
  keepAliveTimeout: 20 * SECOND,
  handlerTimeout: 600 * SECOND,
};

/** Whose word for where a request comes from is taken is named, or nobody's is. */
function adapterFor({ trustedProxies: { named } }: Config): FastifyAdapter {
  return new FastifyAdapter({ trustProxy: named.length === 0 ? false : [...named], ...HTTP_LIMITS });
}

/** Starts api and pages on one port; resolves when requests are taken. */
export async function serveApi(config: Config): Promise<RunningServer> {
  const adapter = adapterFor(config);
  const options = { bufferLogs: true, bodyParser: false };
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), adapter, options);
  app.useLogger(app.get(Logger));
  app.useGlobalFilters(new TellFault());
  app.enableShutdownHooks();
  const fastify = adapter.getInstance();
  const database = app.get(Database);
  const loadersFor = (caller: Caller): Loaders => ({ database, caller, now: app.get<Clock>(CLOCK)() });
  const spool = Spool.open(config.spoolFolder, config.spoolBytes);
  await shapeAnswers(app, config);
  slowRefusals(fastify as never, slownessIn(config));
  const accounts = app.get(AccountsService);
  judgeRequests(fastify as never, (request) => accounts.callerOf(credentialsOf(request)));
  receiveBodies(fastify as never, spool, app.get<Scanner>(SCANNER));
  guardOperations(fastify as never);
  await serveWeb(fastify as never, config.webFolder, { callerOf: readersOfPages(app), loadersFor, failed: tellLog });
  await app.init();
  const sockets = openSockets({
    server: fastify.server,
    schema: app.get(GraphQLSchemaHost).schema,
    accounts,
    trusted: config.trustedProxies,
    patience: new Patience(slownessIn(config)),
    contextFor: (caller) => ({ caller, loaders: loadersFor(caller) }),
  });
  await refusePublishedPasswords(database, config.host);
  await app.listen({ port: config.port, host: config.host });
  const close = async (): Promise<void> => {
    await sockets.close();
    await app.close();
    spool.close();
  };
  return { port: portOf(fastify.server) ?? config.port, close };
}

/** What every answer carries, and how it is sent. */
async function shapeAnswers(app: NestFastifyApplication, { hsts }: Config): Promise<void> {
  await app.register(fastifyCookie);
  await app.register(fastifyHelmet, { contentSecurityPolicy: false, strictTransportSecurity: hsts === null ? false : { maxAge: hsts } });
  const fastify = app.getHttpAdapter().getInstance();
  const policy = contentSecurityPolicy();
  fastify.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('content-security-policy')) void reply.header('content-security-policy', policy);
    // What an answer says is for who asked, unless it says otherwise.
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  });
  // Encoded once: of a text the bytes are counted first and encoded again when they are sent.
  fastify.addHook('onSend', (_request, _reply, body, done) => done(null, typeof body === 'string' ? Buffer.from(body) : body));
  compressAnswers(fastify as never);
}

/** Who asks for a page that has to be looked up, and pays for it. */
function readersOfPages(app: NestFastifyApplication): (request: FastifyRequest) => Promise<Caller> {
  const [accounts, budgets] = [app.get(AccountsService), app.get(Budgets)];
  return async (request) => {
    const caller = await accounts.callerOf(credentialsOf(request));
    if (caller === null) throw REFUSED_REQUESTS.unauthenticated();
    await budgets.spend(caller, PAGE_UNITS);
    return caller;
  };
}

const log = new NestLogger('pages');

function tellLog(fault: unknown): void {
  log.error({ fault: stackOf(fault) });
}

/** The one that was taken where any would do. */
function portOf(server: Server): number | null {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : null;
}
