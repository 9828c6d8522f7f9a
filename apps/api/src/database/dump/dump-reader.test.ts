import { createHash } from 'node:crypto';
import { MANIFEST, TALLY } from './dump-format';
import { DumpReader } from './dump-reader';
import { DumpTally } from './tally';

const ROWS = ['1\t青禾县\n2\t\\N\n', '3\t南川县\\n二\n'];
const MADE = '2024-01-02T03:04:05.000Z';
const NAMES = { dump: 'gongkai', version: 1, made: MADE, release: '0.1.0', server: 'PostgreSQL 17.2', migrations: ['First1'] };

/** A dump of one table with two blocks. */
function sample(): Buffer {
  const manifest = { ...NAMES, tables: [{ name: 'regions', columns: ['id', 'name'] }], sequences: [] };
  const blocks = ROWS.map((rows) => `${Buffer.byteLength(rows)}\n${rows}`).join('');
  const tally = { table: 'regions', rows: 3, sha256: sha256(ROWS.join('')) };
  const content = `${JSON.stringify(manifest)}\n${blocks}0\n${JSON.stringify(tally)}\n`;
  return Buffer.from(`${content}${JSON.stringify({ tables: 1, sha256: sha256(content) })}\n`);
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Comes in pieces of so many bytes. */
async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Reads all of it as restoring does; gives the rows. */
async function readAll(bytes: Buffer, size = 7): Promise<string> {
  const reader = new DumpReader(inPieces(bytes, size));
  await reader.say(MANIFEST);
  const tally = new DumpTally('regions');
  const pieces: Buffer[] = [];
  for await (const piece of reader.blocks()) {
    tally.add(piece);
    pieces.push(piece);
  }
  const said = await reader.say(TALLY);
  await reader.end(1);
  if (JSON.stringify(tally.end()) !== JSON.stringify(said)) throw Object.assign(new Error('other rows'), { code: 'damaged' });
  return Buffer.concat(pieces).toString('utf8');
}

describe('the reader of dumps', () => {
  it.each([1, 2, 7, 64, 100_000])('gives the same rows in pieces of %i bytes', async (size) => {
    expect(await readAll(sample(), size)).toBe(ROWS.join(''));
  });

  it('refuses a dump that is cut, wherever it is cut', async () => {
    const whole = sample();
    for (let length = 0; length < whole.length; length += 1)
      await expect([length, await codeOf(whole.subarray(0, length))]).toEqual([length, 'damaged']);
  });

  it('refuses a dump in which one bit is another, whichever it is', async () => {
    const whole = sample();
    for (let at = 0; at < whole.length; at += 1) {
      const altered = Buffer.from(whole);
      altered[at]! ^= 1;
      expect([at, await codeOf(altered)]).toEqual([at, 'damaged']);
    }
  });

  it('refuses what follows the seal', async () => {
    expect(await codeOf(Buffer.concat([sample(), Buffer.from('x')]))).toBe('damaged');
  });

  it('refuses what cannot be unpacked', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield sample().subarray(0, 200);
      throw new Error('unexpected end of file');
    }
    await expect(new DumpReader(broken()).say(MANIFEST)).rejects.toMatchObject({ code: 'damaged' });
  });

  async function codeOf(bytes: Buffer): Promise<unknown> {
    return readAll(bytes).catch((fault: { code: unknown }) => fault.code);
  }
});
