import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { demoCityServer } from './support/demo-city-server';

interface Heard {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

describe('what stands at an address', () => {
  const demo = demoCityServer();

  /** As it comes over the line: nothing is unpacked. */
  function ask(path: string, headers: Record<string, string> = {}, body?: string): Promise<Heard> {
    return new Promise((done, failed) => {
      const asking = request(demo.server.address + path, { method: body === undefined ? 'GET' : 'POST', headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => done({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(chunks) }));
      });
      asking.on('error', failed);
      asking.end(body);
    });
  }

  const query = (text: string, headers: Record<string, string> = {}): Promise<Heard> =>
    ask('/graphql', { 'content-type': 'application/json', ...headers }, JSON.stringify({ query: text }));

  const published = async (): Promise<string> =>
    (await demo.database.owner.query<{ id: string }>(`SELECT report_id AS id FROM standings WHERE state = 'published' LIMIT 1`)).rows[0]!
      .id;

  describe('a page', () => {
    const page = { accept: 'text/html' };

    it('that names what there is is found', async () => {
      const addresses = [
        '/overview',
        `/overview?region=${demo.regions['云岭市']}`,
        `/reports/${await published()}`,
        '/review?region=',
        '/login',
      ];
      for (const address of addresses) expect([address, (await ask(address, page)).status]).toEqual([address, 200]);
    });

    it.each([
      '/reports/999999',
      '/reports/000000000000999999',
      '/overview?region=999999',
      '/overview?agency=x',
      '/file?agency=-1',
      '/review?region=1.5',
    ])('that names what there is not is 404, with the page that says so: %s', async (address) => {
      const answer = await ask(address, page);
      expect(answer.status).toBe(404);
      expect(answer.body.toString()).toContain('<div id="root">');
    });

    it('is looked up for who asks', async () => {
      const cookie = demo.cookies['yl-shenhe']!;
      expect((await ask(`/reports/${await published()}`, { cookie })).status).toBe(200);
      expect((await ask('/reports/999999', { cookie })).status).toBe(404);
      expect((await ask('/reports/999999', { authorization: 'Bearer nobody' })).status).toBe(401);
    });
  });

  describe('compression', () => {
    const LONG = '{ indicators { code title { zh en } definition { zh en } basis } }';

    it.each([
      ['br', 'gzip, deflate, br', brotliDecompressSync],
      ['gzip', 'gzip', gunzipSync],
    ])('of a long answer, as %s', async (encoding, accepted, unpack) => {
      const [plain, packed] = [await query(LONG), await query(LONG, { 'accept-encoding': accepted })];
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(plain.headers['vary']).toMatch(/accept-encoding/i);
      expect(packed.headers).toMatchObject({ 'content-encoding': encoding, vary: expect.stringMatching(/accept-encoding/i) as string });
      expect(unpack(packed.body)).toEqual(plain.body);
      expect(packed.body.byteLength * 2).toBeLessThan(plain.body.byteLength);
      expect(Number(packed.headers['content-length'])).toBe(packed.body.byteLength);
    });

    it('is for nobody who does not take it', async () => {
      for (const accepted of ['identity', 'br;q=0, gzip;q=0', 'zstd'])
        expect((await query(LONG, { 'accept-encoding': accepted })).headers['content-encoding']).toBeUndefined();
    });

    it('is not for short answers', async () => {
      expect((await query('{ rootRegions { name } }', { 'accept-encoding': 'br' })).headers['content-encoding']).toBeUndefined();
    });

    it('of files, as they are written', async () => {
      const path = `/exports/series.csv?indicators=new_received&region=${demo.regions['云岭市']}&from=2019&to=2025&group_by=agency`;
      const [plain, packed] = [await ask(path), await ask(path, { 'accept-encoding': 'br' })];
      expect(packed.headers['content-encoding']).toBe('br');
      // They differ in the moment at which they were made.
      expect(brotliDecompressSync(packed.body).byteLength).toBe(plain.body.byteLength);
    });

    it('leaves alone what would tell a listener what stands in it: what changes something, and what an account is given by a mere address', async () => {
      const cookie = demo.cookies['yl-shenhe']!;
      const padding = 'x'.repeat(3_000);
      const changing = await query(
        `mutation { createToken(name: "${padding}", scope: read, days: 1) { __typename ... on Refusal { message { zh } } } }`,
        {
          cookie,
          'accept-encoding': 'br',
        },
      );
      expect(changing.headers['content-encoding']).toBeUndefined();
      const path = `/exports/series.csv?indicators=new_received&region=${demo.regions['云岭市']}&from=2019&to=2025&group_by=agency`;
      expect((await ask(path, { cookie, 'accept-encoding': 'br' })).headers['content-encoding']).toBeUndefined();
      expect((await query(LONG, { cookie, 'accept-encoding': 'br' })).headers['content-encoding']).toBe('br');
    });

    it('of assets was done by the build', async () => {
      const html = (await ask('/overview', { 'accept-encoding': 'gzip' })).body;
      const script = /src="(\/assets\/[^"]+\.js)"/.exec(gunzipIfPacked(html).toString())![1]!;
      const [plain, brotli, gzip] = [
        await ask(script),
        await ask(script, { 'accept-encoding': 'br' }),
        await ask(script, { 'accept-encoding': 'gzip' }),
      ];
      expect(brotliDecompressSync(brotli.body)).toEqual(plain.body);
      expect(gunzipSync(gzip.body)).toEqual(plain.body);
      for (const { headers } of [brotli, gzip])
        expect(headers).toMatchObject({
          'content-type': expect.stringContaining('javascript') as string,
          vary: expect.stringMatching(/accept-encoding/i) as string,
        });
      expect(brotli.headers['cache-control']).toContain('immutable');
      expect((await ask(`${script}.br`)).status).toBe(404);
    });
  });
});

const gunzipIfPacked = (body: Buffer): Buffer => (body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body) : body);
