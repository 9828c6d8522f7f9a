import { byId, many, one } from '../requests/loaders';
import { ApplicabilityStore } from './applicability.store';
import { OrganisationsStore } from './organisations.store';

const ORGANISATIONS = { organisations: OrganisationsStore };

export const regionById = byId(
  ORGANISATIONS,
  ({ organisations }, ids) => organisations.regions(ids),
  one(({ id }) => id),
);

/** Ids from the outermost region to it; empty where there is none. */
export const pathOfRegion = byId(
  ORGANISATIONS,
  ({ organisations }, ids) => organisations.paths(ids),
  (rows) => {
    const paths = new Map(rows.map(({ regionId, path }) => [regionId, path]));
    return (id) => paths.get(id) ?? [];
  },
);

export const childrenOfRegion = byId(
  ORGANISATIONS,
  ({ organisations }, ids) => organisations.childRegions(ids),
  many(({ parentId }) => [parentId]),
);

export const agencyById = byId(
  ORGANISATIONS,
  ({ organisations }, ids) => organisations.agencies(ids),
  one(({ id }) => id),
);

export const successionsOfAgency = byId(
  ORGANISATIONS,
  ({ organisations }, ids) => organisations.successions(ids),
  many(({ predecessorId, successorId }) => [predecessorId, successorId]),
);

export const applicabilityOfAgency = byId(
  { applicability: ApplicabilityStore },
  ({ applicability }, ids) => applicability.ofAgencies(ids),
  many(({ agencyId }) => [agencyId]),
);
