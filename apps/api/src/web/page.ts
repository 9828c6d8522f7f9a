import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyReply } from 'fastify';
import { contentSecurityPolicy } from './content-security-policy';

/** Stands for the nonce in what the build of the pages writes (`html.cspNonce` of Vite). */
const PLACE_OF_NONCE = '__CSP_NONCE__';
const NONCE_BYTES = 16;

/** The one page of the app, written anew for each answer: with a nonce that nobody can know before. */
export class IndexPage {
  private readonly html: string;

  constructor(file: string) {
    this.html = readFileSync(file, 'utf8');
  }

  send(reply: FastifyReply, status = 200): FastifyReply {
    const nonce = randomBytes(NONCE_BYTES).toString('base64url');
    return reply
      .status(status)
      .header('content-security-policy', contentSecurityPolicy(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(this.html.replaceAll(PLACE_OF_NONCE, nonce));
  }
}
