import { mkdtempSync, rmSync } from 'node:fs';
import { type Server, type Socket, createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { clamdScanner } from './clamd-scanner';
import { Unclean } from './scanner';

/** A server that speaks INSTREAM as clamd does; `answer` is what it says of the whole stream. */
async function clamd(at: string | number, answer: (content: Buffer) => string | null): Promise<Server> {
  const server = createServer((socket) => {
    let said = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      said = Buffer.concat([said, chunk]);
      listen(socket, said, answer);
    });
    socket.on('error', () => undefined);
  });
  await once(typeof at === 'number' ? server.listen(at, '127.0.0.1') : server.listen(at), 'listening');
  return server;
}

function listen(socket: Socket, said: Buffer, answer: (content: Buffer) => string | null): void {
  if (said.equals(Buffer.from('zPING\0'))) return void socket.end('PONG\0');
  const head = 'zINSTREAM\0'.length;
  const chunks: Buffer[] = [];
  for (let at = head; at + 4 <= said.length;) {
    const length = said.readUInt32BE(at);
    if (length === 0) {
      const reply = answer(Buffer.concat(chunks));
      return void (reply === null ? socket.destroy() : socket.end(`${reply}\0`));
    }
    if (at + 4 + length > said.length) return;
    chunks.push(said.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
}

const pieces = async function* (...texts: readonly string[]): AsyncGenerator<Buffer> {
  for (const text of texts) yield Buffer.from(text);
};
const EICAR = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$' + 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';

async function taken(address: string, content: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of clamdScanner(address).screen(content)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
const refusal = (address: string, content: AsyncIterable<Buffer>): Promise<string> =>
  taken(address, content).then(
    () => 'taken',
    (error: unknown) => (error instanceof Unclean ? error.refusal.code : String(error)),
  );

describe('clamdScanner', () => {
  let server: Server;
  let address: string;
  let seen: string[];
  const says = (content: Buffer): string | null => {
    seen.push(content.toString());
    if (content.includes('EICAR-STANDARD')) return 'stream: Eicar-Test-Signature FOUND';
    if (content.includes('gone')) return null;
    return content.includes('large') ? 'INSTREAM size limit exceeded. ERROR' : 'stream: OK';
  };
  beforeEach(async () => {
    seen = [];
    server = await clamd(0, says);
    address = `clamd://127.0.0.1:${(server.address() as { port: number }).port}`;
  });
  afterEach(() => new Promise((done) => server.close(done)));

  it('gives clean bytes on as they are, all of which were scanned', async () => {
    const long = 'a'.repeat(300_000);
    expect(await taken(address, pieces('one ', long, ' end'))).toBe(`one ${long} end`);
    expect(seen).toEqual([`one ${long} end`]);
    expect(await clamdScanner(address).answers()).toBe(true);
  });

  it('throws away what something was found in, by the name the scanner gives it', async () => {
    await expect(taken(address, pieces('x', EICAR))).rejects.toThrow('Eicar-Test-Signature');
    expect(await refusal(address, pieces(EICAR))).toBe('INFECTED_FILE');
  });

  it.each([
    ['hangs up', 'gone'],
    ['could not scan all of it', 'large'],
  ])('takes nothing where the scanner %s', async (_, text) => {
    expect(await refusal(address, pieces(text))).toBe('SCANNER_DOWN');
  });

  it('takes nothing where no scanner is there', async () => {
    expect(await refusal('clamd://127.0.0.1:1', pieces('x'))).toBe('SCANNER_DOWN');
    expect(await clamdScanner('clamd://127.0.0.1:1').answers()).toBe(false);
  });

  it('leaves a fault of the file what it is', async () => {
    const torn = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.from('x');
      throw new Error('torn');
    };
    expect(await refusal(address, torn())).toBe('Error: torn');
  });

  it('speaks through a unix socket too', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'clamd-'));
    const local = await clamd(path.join(folder, 'clamd.ctl'), says);
    expect(await taken(`clamd://${folder}/clamd.ctl`, pieces('x'))).toBe('x');
    await new Promise((done) => local.close(done));
    rmSync(folder, { recursive: true });
  });
});
