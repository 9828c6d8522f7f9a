import { byId, many } from '../requests/loaders';
import { ReorganisationsStore } from './reorganisations.store';

export const versionsOfAgency = byId(
  { reorganisations: ReorganisationsStore },
  ({ reorganisations }, ids) => reorganisations.versions(ids),
  many(({ agencyId }) => [agencyId]),
);
