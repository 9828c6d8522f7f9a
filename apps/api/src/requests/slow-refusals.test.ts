import fastify, { type FastifyInstance } from 'fastify';
import { slowRefusals } from './slow-refusals';

describe('refusals over and over', () => {
  let server: FastifyInstance;
  beforeEach(async () => {
    server = fastify();
    slowRefusals(server as never, { atOnce: 2, windowMs: 60_000, waitMs: 300 });
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
    expect(await order({ path: '/bad' }, { path: '/bad' }, { path: '/good' })).toEqual([
      '400 bad 203.0.113.1',
      '400 bad 203.0.113.1',
      '200 good 203.0.113.1',
    ]);
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
