import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openReader, type Reader } from '@gongkai/parsers/worker';
import { fuzzReader } from './fuzz-reader';
import type { FuzzedFormat } from './mutate-file';
import { KNOWLEDGE } from './round-trip';
import { seedFiles } from './seed-files';

const built = existsSync(join(__dirname, '../dist/worker/thread.js'));
const FILES = 16;
const FORMATS: readonly FuzzedFormat[] = ['html', 'text', 'docx', 'pdf', 'doc'];

// The thread runs the built reader; where nothing was built yet there is nothing to test.
(built ? describe : describe.skip)('damaged files', () => {
  let reader: Reader;
  beforeAll(() => {
    reader = openReader(KNOWLEDGE, { seconds: 20, megabytes: 512, threads: 2 });
  });
  afterAll(async () => reader.close());

  it.each(FORMATS)('%s: each is answered in time, by a report or a refusal', async (format) => {
    const seeds = (await seedFiles())[format];
    const { failures } = await fuzzReader(reader, { format, seeds, from: 0, to: FILES });
    expect(failures.map(({ seed, what }) => ({ seed, what }))).toEqual([]);
  });
});
