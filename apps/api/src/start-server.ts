import type { Server } from 'node:http';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { AccountsService } from './accounts/accounts.service';
import { refusePublishedPasswords } from './accounts/published-passwords';
import { SCANNER, type Scanner } from './antivirus/scanner';
import { AppModule } from './app.module';
import type { Config } from './config';
import type { Clock } from './config-token';
import { Database } from './database/database';
import { openSockets } from './graphql/sockets';
import { guardOperations } from './graphql/guard-operations';
import { receiveBodies } from './graphql/receive-bodies';
import { judgeRequests } from './requests/judge-requests';
import { JSON_AT_MOST } from './requests/limits-of';
import { createLoaders } from './requests/loaders';
import { Spool } from './requests/spool';
import { TellFault } from './requests/tell-fault';
import { serveWeb } from './web/serve-web';

export interface RunningServer {
  readonly port: number;
  close(): Promise<void>;
}

const CONTENT_SECURITY_POLICY = {
  directives: {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    frameAncestors: ["'none'"],
    upgradeInsecureRequests: null,
  },
};

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
export async function startServer(config: Config, clock: Clock): Promise<RunningServer> {
  const adapter = adapterFor(config);
  const options = { bufferLogs: true, bodyParser: false };
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, clock), adapter, options);
  app.useLogger(app.get(Logger));
  app.useGlobalFilters(new TellFault());
  app.enableShutdownHooks();
  const fastify = adapter.getInstance();
  await app.register(fastifyCookie);
  const strictTransportSecurity = config.hsts === null ? false : { maxAge: config.hsts };
  await app.register(fastifyHelmet, { contentSecurityPolicy: CONTENT_SECURITY_POLICY, strictTransportSecurity });
  // What an answer says is for who asked, unless it says otherwise.
  fastify.addHook(
    'onSend',
    async (_request, reply) => void (reply.hasHeader('cache-control') || reply.header('cache-control', 'no-store')),
  );
  // Encoded once: of a text the bytes are counted first and encoded again when they are sent.
  fastify.addHook('onSend', (_request, _reply, body, done) => done(null, typeof body === 'string' ? Buffer.from(body) : body));
  const spool = Spool.open(config.spoolFolder, config.spoolBytes);
  const accounts = app.get(AccountsService);
  judgeRequests(fastify as never, accounts);
  receiveBodies(fastify as never, spool, app.get<Scanner>(SCANNER));
  guardOperations(fastify as never);
  await serveWeb(fastify as never, config.webFolder);
  await app.init();
  const database = app.get(Database);
  const sockets = openSockets({
    server: fastify.server,
    schema: app.get(GraphQLSchemaHost).schema,
    accounts,
    trusted: config.trustedProxies,
    contextFor: (caller) => ({ caller, loaders: createLoaders(database, caller, clock()) }),
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

/** The one that was taken where any would do. */
function portOf(server: Server): number | null {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : null;
}
