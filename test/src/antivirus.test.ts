import { type Server, createServer } from 'node:net';
import { once } from 'node:events';
import { zipSync } from 'fflate';
import { type FreshDatabase, freshDatabase } from './support/fresh-database';
import { submit, validate } from './support/filing';
import { jobWhen, importOutcomes, startImportJob } from './support/importing';
import { type RunningServer, startServer } from './support/running-server';
import { PASSWORD, type SmallCity, makeSmallCity } from './support/small-city';
import { reportFile } from './support/written-report';

const EICAR = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$' + 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';
const INFECTED = { name: '年报.txt', content: Buffer.from(EICAR) };

/** Whether the chunk of no length that ends a stream has come; a file may end with zeros of its own. */
function isWhole(said: Buffer): boolean {
  let at = said.indexOf(0) + 1;
  while (at > 0 && at + 4 <= said.length) {
    const length = said.readUInt32BE(at);
    if (length === 0) return true;
    at += 4 + length;
  }
  return false;
}

/** Speaks as much INSTREAM as is needed to find one signature in what is not packed. */
async function startClamd(): Promise<Server> {
  const server = createServer((socket) => {
    let said = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      said = Buffer.concat([said, chunk]);
      if (said.equals(Buffer.from('zPING\0'))) socket.end('PONG\0');
      else if (isWhole(said)) socket.end(said.includes('EICAR-STANDARD') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server;
}

describe('the virus scanner', () => {
  let database: FreshDatabase;
  let clamd: Server;
  let server: RunningServer;
  let city: SmallCity;
  let cookie: string;

  beforeAll(async () => {
    database = await freshDatabase();
    city = await makeSmallCity(database.owner);
    clamd = await startClamd();
    server = await startServer(database.url, { GONGKAI_ANTIVIRUS: `clamd://127.0.0.1:${(clamd.address() as { port: number }).port}` });
    cookie = await server.logIn('agency', PASSWORD);
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    await database.drop();
  });

  const health = async (): Promise<unknown> => (await fetch(`${server.address}/health/ready`)).json();
  const file = reportFile({ agency: '青禾县统计局', year: 2023 });

  it('looks at every file before it is read or kept', async () => {
    expect((await server.ask('{ platform { uploadsScanned } }')).result).toEqual({ platform: { uploadsScanned: true } });
    expect(await health()).toMatchObject({ status: 'ok', details: { uploads: { state: 'scanned' } } });
    expect(await validate(server, undefined, { file: INFECTED })).toMatchObject({
      code: 'INFECTED_FILE',
      message: { zh: expect.stringContaining('Eicar') as string },
    });
    expect(await submit(server, cookie, { agencyId: city.agency, year: 2023, file: INFECTED })).toMatchObject({ code: 'INFECTED_FILE' });
    expect(await submit(server, cookie, { agencyId: city.agency, year: 2023, file })).toMatchObject({ __typename: 'Submission' });
  });

  it('finds in an archive what is packed there', async () => {
    const county = await server.logIn('county', PASSWORD);
    const report = reportFile({ agency: '青禾县统计局', year: 2022 });
    // Packed so that the signature cannot be seen from outside.
    const packed = Buffer.from(`${'长'.repeat(2000)}${EICAR}`);
    const content = zipSync({ 'a.txt': new Uint8Array(packed), 'b.txt': new Uint8Array(report.content) });
    const input = { regionId: city.county, source: { citation: 'x' } };
    const { id } = await startImportJob(server, county, [{ name: '2022.zip', content }], input);
    await jobWhen(server, county, id);
    const { items } = await importOutcomes(server, county, id);
    expect(items.map(({ result, refusal }) => [result, refusal?.code])).toEqual([
      ['refused', 'INFECTED_FILE'],
      ['kept', undefined],
    ]);
  });

  it('that does not answer lets nothing through, and the platform says so while it goes on', async () => {
    await new Promise((closed) => clamd.close(closed));
    expect(await submit(server, cookie, { agencyId: city.agency, year: 2021, file })).toMatchObject({ code: 'SCANNER_DOWN' });
    expect(await health()).toMatchObject({ status: 'ok', details: { uploads: { state: 'refused: the scanner does not answer' } } });
    const { rows } = await database.owner.query('SELECT count(*)::int AS kept FROM documents');
    expect(rows).toEqual([{ kept: 2 }]);
  });

  it('where there is none, nothing is said to be scanned', async () => {
    const bare = await startServer(database.url);
    expect((await bare.ask('{ platform { uploadsScanned } }')).result).toEqual({ platform: { uploadsScanned: false } });
    expect(await (await fetch(`${bare.address}/health/ready`)).json()).toMatchObject({ details: { uploads: { state: 'not scanned' } } });
    expect(await validate(bare, undefined, { file: INFECTED })).toMatchObject({ code: 'NO_REPORT_FOUND' });
    await bare.stop();
  });
});
