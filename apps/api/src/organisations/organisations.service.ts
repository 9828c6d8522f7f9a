import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../config-token';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';
import type { Loaders } from '../requests/loaders';
import { agencyById, regionById } from './organisations.loaders';
import { type AgencyRow, OrganisationsStore, type RegionRow } from './organisations.store';

const PLACES_AT_MOST = 50;

export type PlaceResult = ({ readonly __typename: 'Region' } & RegionRow) | ({ readonly __typename: 'Agency' } & AgencyRow);

/** Regions and agencies as they are and were; all of it is public. */
@Injectable()
export class OrganisationsService {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  rootRegions(caller: Caller): Promise<readonly RegionRow[]> {
    return this.database.readOnce(caller, { organisations: OrganisationsStore }, ({ organisations }) => organisations.rootRegions());
  }

  /** Agencies of one region on 31 December of the year, or today. */
  agenciesOf(caller: Caller, regionId: string, year: number | null): Promise<readonly AgencyRow[]> {
    if (year !== null && !/^[1-9]\d{3}$/.test(String(year))) return Promise.resolve([]);
    const day = year === null ? this.clock().toISOString().slice(0, 10) : `${year}-12-31`;
    return this.database.readOnce(caller, { organisations: OrganisationsStore }, ({ organisations }) =>
      organisations.agenciesOfRegions([regionId], day),
    );
  }

  /** Places by any part of a name, pinyin or initials; an empty text finds none. */
  async findPlaces(
    caller: Caller,
    loaders: Loaders,
    asked: { readonly text: string; readonly first: number },
  ): Promise<{ readonly items: readonly PlaceResult[]; readonly total: number }> {
    const text = asked.text.normalize('NFKC').replace(/\s+/g, '');
    if (text === '') return { items: [], total: 0 };
    const limit = Math.min(Math.max(asked.first, 1), PLACES_AT_MOST);
    const rows = await this.database.readOnce(caller, { organisations: OrganisationsStore }, ({ organisations }) =>
      organisations.findPlaces(text, limit),
    );
    const items = await Promise.all(
      rows.map((row) => (row.place === 'region' ? regionPlace(loaders, row.id) : agencyPlace(loaders, row.id))),
    );
    const [first] = rows;
    return { items: items.filter((item) => item !== null), total: first === undefined ? 0 : first.total };
  }
}

async function regionPlace(loaders: Loaders, id: string): Promise<PlaceResult | null> {
  const region = await regionById(loaders).load(id);
  return region === null ? null : { __typename: 'Region', ...region };
}

async function agencyPlace(loaders: Loaders, id: string): Promise<PlaceResult | null> {
  const agency = await agencyById(loaders).load(id);
  return agency === null ? null : { __typename: 'Agency', ...agency };
}
