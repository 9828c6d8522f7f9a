import { byId, many } from '../requests/loaders';
import { RechecksStore } from './rechecks.store';

export const rechecksOfEdition = byId(
  { rechecks: RechecksStore },
  ({ rechecks }, ids) => rechecks.ofEditions(ids),
  many(({ editionId }) => [editionId]),
);
