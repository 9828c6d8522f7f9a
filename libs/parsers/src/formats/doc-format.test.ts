import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RefusedDocument } from '../refusals';
import { readDocument } from './document-formats';

const read = (path: string): Uint8Array => new Uint8Array(readFileSync(join(__dirname, path)));
const WHOLE = read('../../../../test/reports/accepted/word-97.doc');
const answer = async (bytes: Uint8Array): Promise<unknown> =>
  readDocument(bytes).catch((error: unknown) => {
    if (error instanceof RefusedDocument) return error.refusal.code;
    throw error;
  });
/** The bytes of a text within a file, two a letter. */
const placeOf = (bytes: Uint8Array, text: string): number => {
  const letters = [...text].flatMap((letter) => [letter.charCodeAt(0) & 0xff, letter.charCodeAt(0) >> 8]);
  return bytes.findIndex((_, at) => letters.every((byte, index) => bytes[at + index] === byte));
};

describe('readDoc', () => {
  it('knows the columns that cells cover, and the cells merged downwards', async () => {
    const { blocks } = await readDocument(WHOLE);
    const tables = blocks.filter((block) => block.kind === 'table');
    const shapes = tables.map(({ rows }) => rows.slice(0, 3).map((row) => row.map((cell) => [cell.column, cell.columnSpan, cell.rowSpan])));
    expect(shapes[2]).toEqual([
      [
        [0, 3, 3],
        [3, 7, 1],
      ],
      [
        [3, 1, 2],
        [4, 5, 1],
        [9, 1, 2],
      ],
      [4, 5, 6, 7, 8].map((column) => [column, 1, 1]),
    ]);
    expect(tables.map(({ rows }) => rows.length)).toEqual([3, 14, 28, 4]);
    expect(tables[3]?.rows[3]?.map(({ text }) => text).join(' ')).toBe('2 0 1 0 3 1 0 0 0 1 0 0 0 1 1');
  });

  it('leaves tables within tables to an office program', async () => {
    expect(await answer(read('fixtures/nested-tables.doc'))).toBe('NEEDS_CONVERSION');
  });

  it('refuses what is cut short', async () => {
    for (let length = 600; length < WHOLE.length; length += 997) expect(await answer(WHOLE.subarray(0, length))).toBe('DAMAGED_FILE');
  });

  it('refuses a list of sectors that turns in a circle', async () => {
    const bytes = Uint8Array.from(WHOLE);
    const view = new DataView(bytes.buffer);
    const directory = view.getUint32(48, true);
    view.setUint32(512 * (1 + view.getUint32(76, true)) + directory * 4, directory, true);
    expect(await answer(bytes)).toBe('DAMAGED_FILE');
  });

  it('does not take damaged text for blank', async () => {
    const bytes = Uint8Array.from(WHOLE);
    bytes.fill(0, placeOf(bytes, '1,210'), placeOf(bytes, '1,210') + 10);
    const document = (await answer(bytes)) as Awaited<ReturnType<typeof readDocument>>;
    const texts = document.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat().map(({ text }) => text) : []));
    expect(texts).toContain('\uFFFD'.repeat(5));
  });

  it('refuses a protected file', async () => {
    const bytes = Uint8Array.from(WHOLE);
    const main = bytes.findIndex((_, at) => at % 512 === 0 && bytes[at] === 0xec && bytes[at + 1] === 0xa5);
    bytes[main + 11]! |= 1;
    expect(await answer(bytes)).toBe('ENCRYPTED_FILE');
  });
});
