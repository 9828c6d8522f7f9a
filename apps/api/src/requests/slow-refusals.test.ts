import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import fastify, { type FastifyInstance } from 'fastify';
import { slowRefusals } from './slow-refusals';

const SLOWLY = { atOnce: 2, windowMs: 60_000, waitMs: 2_000 };

describe('refusals over and over', () => {
  let server: FastifyInstance;
  beforeEach(async () => {
    server = fastify();
    slowRefusals(server as never, SLOWLY);
    server.get('/good', () => 'good');
    server.get('/bad', (_request, reply) => reply.code(400).send('bad'));
    await server.ready();
  });
  afterEach(() => server.close());

  /** The answers in the order in which they came. */
  async function order(...asked: readonly { readonly path: string; readonly from?: string }[]): Promise<readonly string[]> {
    const came: string[] = [];
    await Promise.all(
      asked.map(async ({ path, from = '203.0.113.1' }) => {
        const { statusCode, body } = await server.inject({ url: path, remoteAddress: from });
        came.push(`${statusCode} ${body} ${from}`);
      }),
    );
    return came;
  }

  it('the first few are told at once', async () => {
    const since = performance.now();
    expect((await order({ path: '/bad' }, { path: '/bad' }, { path: '/good' })).toSorted()).toEqual([
      '200 good 203.0.113.1',
      '400 bad 203.0.113.1',
      '400 bad 203.0.113.1',
    ]);
    expect(performance.now() - since).toBeLessThan(SLOWLY.waitMs);
  });

  it('further ones wait, whole as they were; what is answered goes past them, and so does everybody at another address', async () => {
    await order({ path: '/bad' }, { path: '/bad' });
    expect(await order({ path: '/bad' }, { path: '/good' }, { path: '/bad', from: '203.0.113.2' })).toEqual([
      '200 good 203.0.113.1',
      '400 bad 203.0.113.2',
      '400 bad 203.0.113.1',
    ]);
  });

  it('of an IPv6 network all addresses are one', async () => {
    await order({ path: '/bad', from: '2001:db8:1:2::1' }, { path: '/bad', from: '2001:db8:1:2::2' });
    expect(await order({ path: '/bad', from: '2001:db8:1:2::3' }, { path: '/bad', from: '2001:db8:1:3::1' })).toEqual([
      '400 bad 2001:db8:1:3::1',
      '400 bad 2001:db8:1:2::3',
    ]);
  });
});

describe('files whose sender hangs up', () => {
  let server: FastifyInstance;
  const heard = new EventEmitter();
  let ended: AbortController;
  beforeEach(async () => {
    ended = new AbortController();
    server = fastify();
    slowRefusals(server as never, SLOWLY);
    server.addContentTypeParser('multipart/form-data', (_request, payload, done) => {
      payload.on('end', () => done(null)).resume();
    });
    server.post('/read', async ({ raw }, reply) => {
      heard.emit('file');
      reply.raw.once('close', () => heard.emit('end'));
      await sleep(raw.headers['x-slow'] === undefined ? 0 : 5_000, undefined, { signal: ended.signal }).catch(() => undefined);
      return 'read';
    });
    await server.listen({ port: 0, host: '127.0.0.1' });
  });
  afterEach(async () => {
    ended.abort();
    await server.close();
  });

  const send = (signal?: AbortSignal): Promise<Response> => {
    const [address] = server.addresses();
    const body = new FormData();
    body.set('file', new Blob(['1']));
    const slow = signal ? { signal, headers: { 'x-slow': 'yes' } } : {};
    return fetch(`http://127.0.0.1:${address?.port}/read`, { method: 'POST', body, ...slow });
  };
  const hangUp = async (): Promise<void> => {
    const leaving = new AbortController();
    const [begun, end] = [once(heard, 'file'), once(heard, 'end')];
    const answer = send(leaving.signal).catch(() => undefined);
    await begun;
    leaving.abort();
    await Promise.all([answer, end]);
  };
  const timeOf = async (): Promise<number> => {
    const since = performance.now();
    expect(await (await send()).text()).toBe('read');
    return performance.now() - since;
  };

  it('are heard at once the first times, then slowly, and all that are waited for are read', async () => {
    await hangUp();
    expect(await timeOf()).toBeLessThan(SLOWLY.waitMs);
    await hangUp();
    expect(await timeOf()).toBeGreaterThanOrEqual(SLOWLY.waitMs);
  });
});
