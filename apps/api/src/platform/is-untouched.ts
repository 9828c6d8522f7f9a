import { SYSTEM } from '../database/caller';
import { createDataSource } from '../database/data-source';
import { Database } from '../database/database';
import { PlatformStore } from './platform.store';

/** Whether a migrated database holds neither a region nor an account. */
export async function isUntouched(url: string): Promise<boolean> {
  const dataSource = await createDataSource(url, 1).initialize();
  try {
    return await new Database(dataSource).read(SYSTEM, { platform: PlatformStore }, ({ platform }) => platform.isEmpty());
  } finally {
    await dataSource.destroy();
  }
}
