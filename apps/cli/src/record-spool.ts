import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { CheckRecord } from './check-record';
import { jsonLine } from './output/json-line';
import { write } from './output/write';

/** Keeps records in a temporary file, so that however many there are only one is in memory. */
export interface RecordSpool {
  readonly append: (record: CheckRecord) => Promise<void>;
  /** No more is appended; what was may be read through as often as needed. */
  readonly end: () => Promise<() => AsyncIterable<CheckRecord>>;
  readonly remove: () => void;
}

/** The file goes with the program, however it ends. */
export function openSpool(): RecordSpool {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  const file = path.join(folder, 'records.jsonl');
  const stream = createWriteStream(file);
  return {
    append: (record) => write(stream, jsonLine(record)),
    end: async () => {
      stream.end();
      await once(stream, 'finish');
      return () => readRecords(file);
    },
    remove,
  };
}

async function* readRecords(file: string): AsyncGenerator<CheckRecord> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) yield JSON.parse(line) as CheckRecord;
}
