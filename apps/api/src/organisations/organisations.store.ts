import type { RegisteredName } from './agency-name';
import type { AgencyKind, RegionLevel } from '@gongkai/model';
import { type Sql, onlyRow } from '../database/sql';

export interface RegionRow {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly level: RegionLevel;
  readonly parentId: string | null;
}

export interface AgencyRow {
  readonly id: string;
  readonly name: string;
  readonly kind: AgencyKind;
  readonly regionId: string;
  /** 系统, e.g. 教育; null where nobody said. */
  readonly system: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export interface SuccessionRow {
  readonly predecessorId: string;
  readonly successorId: string | null;
  readonly kind: 'rename' | 'merge' | 'split' | 'abolish';
  readonly on: string;
  readonly basis: string;
}

export interface PlaceRow {
  readonly id: string;
  readonly place: 'region' | 'agency';
  readonly total: number;
}

export interface NewRegion {
  readonly parentId: string | null;
  readonly code: string | null;
  readonly name: string;
  readonly pinyin: string;
  readonly initials: string;
  readonly level: RegionLevel;
  readonly validFrom: string;
}

export interface NewAgency {
  readonly regionId: string;
  readonly kind: AgencyKind;
  readonly name: string;
  readonly pinyin: string;
  readonly initials: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly system?: string | null;
  /** The act that founds it; none where an installation is set up. */
  readonly begunBy?: string;
}

const REGION = `region_id AS id, name, code, level, parent_id AS "parentId"`;
const AGENCY = `agency_id AS id, name, kind, region_id AS "regionId", system, valid_from::text AS "validFrom", valid_to::text AS "validTo"`;
/** Pinyin order on any server, whatever the database's own collation. */
const BY_NAME = `name COLLATE "zh-Hans-CN-x-icu"`;

/** Regions and agencies: what they are called, where they belong, since when. */
export class OrganisationsStore {
  constructor(private readonly sql: Sql) {}

  rootRegions(): Promise<readonly RegionRow[]> {
    return this.sql(
      `SELECT ${REGION} FROM current_regions WHERE parent_id IS NULL AND valid_to IS NULL ORDER BY code NULLS LAST, ${BY_NAME}`,
    );
  }

  regions(ids: readonly string[]): Promise<readonly RegionRow[]> {
    return this.sql(`SELECT ${REGION} FROM current_regions WHERE region_id = ANY (:ids)`, { ids });
  }

  /** Regions of this code or name today. */
  regionsCalled(codeOrName: string): Promise<readonly RegionRow[]> {
    return this.sql(
      `SELECT ${REGION} FROM current_regions WHERE (code = :codeOrName OR name = :codeOrName) AND valid_to IS NULL LIMIT 10`,
      { codeOrName },
    );
  }

  childRegions(parentIds: readonly string[]): Promise<readonly RegionRow[]> {
    return this.sql(
      // Of the current versions, found by their parent instead of among all.
      `SELECT ${REGION} FROM region_versions v WHERE parent_id = ANY (:parentIds) AND valid_to IS NULL
         AND NOT EXISTS (SELECT FROM region_versions later WHERE later.region_id = v.region_id AND later.valid_from > v.valid_from)
       ORDER BY code NULLS LAST, ${BY_NAME}`,
      { parentIds },
    );
  }

  /** The region's ids from the outermost ancestor to itself; empty when there is no such region. */
  async pathOf(regionId: string): Promise<readonly string[]> {
    const { path } = onlyRow(
      await this.sql<{ path: string[] | null }>('SELECT region_path(:regionId, current_date) AS path', { regionId }),
    );
    return path === null ? [] : path;
  }

  /** The same of many; what there is no region for is left out. */
  paths(regionIds: readonly string[]): Promise<readonly { readonly regionId: string; readonly path: readonly string[] }[]> {
    return this.sql(
      `SELECT p."regionId", p.path FROM (SELECT id AS "regionId", region_path(id, current_date) AS path FROM unnest(:regionIds::bigint[]) id) p WHERE p.path IS NOT NULL`,
      { regionIds },
    );
  }

  agencies(ids: readonly string[]): Promise<readonly AgencyRow[]> {
    return this.sql(`SELECT ${AGENCY} FROM current_agencies WHERE agency_id = ANY (:ids)`, { ids });
  }

  /** Agencies of these very regions on a day. */
  agenciesOfRegions(regionIds: readonly string[], day: string): Promise<readonly AgencyRow[]> {
    return this.sql(
      `SELECT ${AGENCY} FROM agency_versions WHERE region_id = ANY (:regionIds) AND daterange(valid_from, valid_to) @> :day::date
       ORDER BY kind <> 'GOVERNMENT', kind <> 'GOVERNMENT_OFFICE', kind, ${BY_NAME}`,
      { regionIds, day },
    );
  }

  /** Agencies called exactly so, now or by an alias. */
  agenciesNamed(name: string): Promise<readonly AgencyRow[]> {
    return this.sql(
      `SELECT ${AGENCY} FROM current_agencies WHERE name = :name
         OR agency_id IN (SELECT agency_id FROM agency_aliases WHERE alias = :name)
         OR agency_id IN (SELECT agency_id FROM agency_versions WHERE name = :name) LIMIT 10`,
      { name },
    );
  }

  /** Names and aliases that end as this one does, or that this one is the end of, with the regions of their agencies at a year's end. */
  namesEnding(name: string, year: number): Promise<readonly RegisteredName[]> {
    return this.sql(
      `WITH ending AS (
         SELECT agency_id, name FROM agency_versions WHERE right(:name, length(name)) = name OR right(name, length(:name)) = :name
         UNION SELECT agency_id, alias FROM agency_aliases WHERE right(:name, length(alias)) = alias OR right(alias, length(:name)) = :name
       )
       SELECT e.agency_id AS "agencyId", e.name, v.kind, region_names(region_path(v.region_id, make_date(:year, 12, 31)), make_date(:year, 12, 31)) AS regions
       FROM ending e JOIN agency_versions v ON v.agency_id = e.agency_id AND daterange(v.valid_from, v.valid_to) @> make_date(:year, 12, 31)
       ORDER BY length(e.name) DESC LIMIT 200`,
      { name, year },
    );
  }

  async aliasesOf(agencyId: string): Promise<readonly string[]> {
    return (await this.sql<{ alias: string }>('SELECT alias FROM agency_aliases WHERE agency_id = :agencyId', { agencyId })).map(
      ({ alias }) => alias,
    );
  }

  successions(agencyIds: readonly string[]): Promise<readonly SuccessionRow[]> {
    return this.sql(
      `SELECT predecessor_id AS "predecessorId", successor_id AS "successorId", kind, happened_on::text AS on, basis
       FROM agency_successions WHERE predecessor_id = ANY (:agencyIds) OR successor_id = ANY (:agencyIds) ORDER BY happened_on, id`,
      { agencyIds },
    );
  }

  /** Places whose name, alias, pinyin or initials contain the text; names that begin with it first, then shorter ones. */
  findPlaces(text: string, limit: number): Promise<readonly PlaceRow[]> {
    return this.sql(
      `WITH names AS (
         SELECT region_id AS id, 'region' AS place, name, name AS shown, pinyin, initials FROM current_regions WHERE valid_to IS NULL
         UNION ALL SELECT agency_id, 'agency', name, name, pinyin, initials FROM current_agencies
         UNION ALL SELECT a.agency_id, 'agency', a.alias, c.name, a.pinyin, a.initials
           FROM agency_aliases a JOIN current_agencies c USING (agency_id)
       ), hits AS (
         SELECT id, place, min(shown) AS shown,
           min(CASE WHEN name = :text THEN 0 WHEN starts_with(name, :text) THEN 1 WHEN strpos(name, :text) > 0 THEN 2
             WHEN starts_with(initials, lower(:text)) THEN 3 ELSE 4 END) AS rank
         FROM names
         WHERE strpos(name, :text) > 0 OR strpos(pinyin, lower(:text)) > 0 OR strpos(initials, lower(:text)) > 0
         GROUP BY id, place
       )
       SELECT id, place, (count(*) OVER ())::int AS total FROM hits
       ORDER BY rank, place = 'agency', length(shown), shown COLLATE "zh-Hans-CN-x-icu", id LIMIT :limit`,
      { text, limit },
    );
  }

  async addRegion(region: NewRegion): Promise<string> {
    const { id } = onlyRow(await this.sql<{ id: string }>('INSERT INTO regions DEFAULT VALUES RETURNING id'));
    await this.sql(
      `INSERT INTO region_versions (region_id, valid_from, parent_id, code, name, pinyin, initials, level) VALUES (:id, :validFrom, :parentId, :code, :name, :pinyin, :initials, :level)`,
      {
        id,
        validFrom: region.validFrom,
        parentId: region.parentId,
        code: region.code,
        name: region.name,
        pinyin: region.pinyin,
        initials: region.initials,
        level: region.level,
      },
    );
    return id;
  }

  async addAgency(agency: NewAgency): Promise<string> {
    const { id } = onlyRow(await this.sql<{ id: string }>('INSERT INTO agencies DEFAULT VALUES RETURNING id'));
    await this.sql(
      `INSERT INTO agency_versions (agency_id, valid_from, valid_to, region_id, kind, name, pinyin, initials, begun_by, system)
       VALUES (:id, :validFrom, :validTo, :regionId, :kind, :name, :pinyin, :initials, :begunBy, :system)`,
      {
        id,
        validFrom: agency.validFrom,
        validTo: agency.validTo,
        regionId: agency.regionId,
        kind: agency.kind,
        name: agency.name,
        pinyin: agency.pinyin,
        initials: agency.initials,
        begunBy: agency.begunBy ?? null,
        system: agency.system ?? null,
      },
    );
    return id;
  }

  /** Says to which system an agency belongs, where nobody had said: of its versions, and of its obligations. */
  async classify(agencyId: string, system: string): Promise<void> {
    await this.sql('UPDATE agency_versions SET system = :system WHERE agency_id = :agencyId AND system IS NULL', { agencyId, system });
    await this.sql('UPDATE reports SET system = :system WHERE agency_id = :agencyId AND system IS NULL', { agencyId, system });
  }

  async addAlias(agencyId: string, alias: string, spelling: { readonly pinyin: string; readonly initials: string }): Promise<void> {
    await this.sql('INSERT INTO agency_aliases (agency_id, alias, pinyin, initials) VALUES (:agencyId, :alias, :pinyin, :initials)', {
      agencyId,
      alias,
      pinyin: spelling.pinyin,
      initials: spelling.initials,
    });
  }

  async addSuccession(succession: SuccessionRow): Promise<void> {
    await this.sql(
      `INSERT INTO agency_successions (predecessor_id, successor_id, kind, happened_on, basis) VALUES (:predecessorId, :successorId, :kind, :on, :basis)`,
      {
        predecessorId: succession.predecessorId,
        successorId: succession.successorId,
        kind: succession.kind,
        on: succession.on,
        basis: succession.basis,
      },
    );
  }
}
