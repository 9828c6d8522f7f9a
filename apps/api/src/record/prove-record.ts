import { SYSTEM } from '../database/caller';
import { createDataSource } from '../database/data-source';
import { Database } from '../database/database';
import { readAnchors } from './anchors';
import { RecordStore } from './record.store';
import { type RecordVerdict, verifyRecord } from './verify-record';

const SAID_EVERY_MS = 5_000;

/** `verify record`: `anchorFile` is held against the chain too; how far the proof is goes to standard error, so that a long one may be gone on with. */
export async function proveRecord(
  url: string,
  { from, anchorFile }: { readonly from: string | null; readonly anchorFile: string | null },
): Promise<RecordVerdict> {
  const anchors = anchorFile === null ? null : await readAnchors(anchorFile);
  const dataSource = await createDataSource(url, 1).initialize();
  const database = new Database(dataSource);
  let said = Date.now();
  const reached = (place: string): void => {
    if (Date.now() - said < SAID_EVERY_MS) return;
    said = Date.now();
    console.error(JSON.stringify({ reached: place }));
  };
  try {
    return await verifyRecord((work) => database.read(SYSTEM, { record: RecordStore }, ({ record }) => work(record)), {
      from,
      anchors,
      reached,
    });
  } finally {
    await dataSource.destroy();
  }
}
