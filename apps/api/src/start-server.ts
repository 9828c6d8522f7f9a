import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { AccountsService } from './accounts/accounts.service';
import { SCANNER, type Scanner } from './antivirus/scanner';
import { AppModule } from './app.module';
import type { Config } from './config';
import type { Clock } from './config-token';
import { receiveUploads } from './graphql/receive-uploads';
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
    upgradeInsecureRequests: null,
  },
};

/** Starts api and pages on one port; resolves when requests are taken. */
export async function startServer(config: Config, clock: Clock): Promise<RunningServer> {
  const adapter = new FastifyAdapter({ trustProxy: true, bodyLimit: 4 * 1024 * 1024 });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, clock), adapter, { bufferLogs: true });
  app.useLogger(app.get(Logger));
  app.enableShutdownHooks();
  const fastify = adapter.getInstance();
  await app.register(fastifyCookie);
  await app.register(fastifyHelmet, { contentSecurityPolicy: CONTENT_SECURITY_POLICY });
  // Encoded once: of a text the bytes are counted first and encoded again when they are sent.
  fastify.addHook('onSend', (_request, _reply, body, done) => done(null, typeof body === 'string' ? Buffer.from(body) : body));
  await receiveUploads(fastify as never, app.get(AccountsService), app.get<Scanner>(SCANNER));
  await serveWeb(fastify as never, config.webFolder);
  await app.listen({ port: config.port, host: config.host });
  const address = fastify.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  return { port, close: () => app.close() };
}
