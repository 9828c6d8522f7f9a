import DataLoader from 'dataloader';
import { perRequest } from '../requests/loaders';
import { ActsService } from './acts.service';

/** Writes down that editions were read that are not everybody's; gives nothing. */
export const noteReading = perRequest(({ database, caller }) => {
  const acts = new ActsService(database);
  return new DataLoader<string, null>(async (ids) => {
    await acts.read(
      caller,
      ids.map((id) => ({ action: 'editions.read', subject: `editions:${id}`, after: {} })),
    );
    return ids.map(() => null);
  });
});
