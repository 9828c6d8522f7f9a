import type { FastifyInstance } from 'fastify';
import { addressKey } from './address-key';
import { isMultipart } from './judge-requests';
import { Patience, type Slowness } from './patience';

/** Each file that nobody waits for may cost a reading thread; who mistook a file sends no more of them in a few seconds. */
const HANG_UPS_AT_ONCE = 5;

/**
 * Whoever is refused over and over is told so slowly, and whoever sends files and hangs up over and over is heard slowly. What is answered never
 * waits, so that others at the same address, and whoever makes a mistake, notice nothing of it.
 */
export function slowRefusals(fastify: FastifyInstance, slowness: Slowness): void {
  const refusals = new Patience(slowness);
  const hangUps = new Patience({ ...slowness, atOnce: Math.min(slowness.atOnce, HANG_UPS_AT_ONCE) });
  fastify.addHook('onRequest', async (request, reply) => {
    if (!isMultipart(request)) return;
    const address = addressKey(request.ip);
    await hangUps.before(address);
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) hangUps.count(address);
    });
  });
  fastify.addHook('onSend', async (request, reply, payload) => {
    if (reply.statusCode >= 400) await refusals.refuse(addressKey(request.ip));
    return payload;
  });
}
