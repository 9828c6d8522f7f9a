import type { FastifyReply } from 'fastify';

/** Nobody waits for the answer any more; what was begun for it ends. No fault, and told to nobody. */
export class HungUp extends Error {
  readonly extensions = { code: 'HUNG_UP' };

  constructor() {
    super('对方已断开连接。/ The client hung up.');
  }
}

const signals = new WeakMap<FastifyReply, AbortSignal>();

/** Aborts with `HungUp` when the client hangs up before its answer is complete. */
export function hangUpOf(reply: FastifyReply): AbortSignal {
  const known = signals.get(reply);
  if (known !== undefined) return known;
  const controller = new AbortController();
  const { raw } = reply;
  const hangUp = (): void => {
    if (!raw.writableFinished) controller.abort(new HungUp());
  };
  if (raw.destroyed) hangUp();
  else raw.once('close', hangUp);
  signals.set(reply, controller.signal);
  return controller.signal;
}
