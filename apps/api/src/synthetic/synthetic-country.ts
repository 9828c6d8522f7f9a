import type { AgencyKind, RegionLevel } from '@gongkai/model';
import type { Workload } from '../demo/city-plan';

/** Report years, oldest first; agencies founded later lack the oldest. */
export const SYNTHETIC_YEARS: readonly number[] = [2019, 2020, 2021, 2022, 2023, 2024, 2025];

export interface SyntheticRegion {
  /** Counted from 1, as the database will. */
  readonly id: number;
  readonly level: RegionLevel;
  readonly name: string;
  readonly code: string;
  /** Ids from the nation to the region itself. */
  readonly path: readonly number[];
}

export interface SyntheticAgency {
  readonly id: number;
  readonly region: SyntheticRegion;
  readonly kind: AgencyKind;
  readonly name: string;
  readonly workload: Workload;
  /** The first year it owes a report for. */
  readonly firstYear: number;
}

export interface SyntheticCountry {
  readonly regions: readonly SyntheticRegion[];
  readonly agencies: readonly SyntheticAgency[];
}

/** As many as China has: however few reports there are, an answer parted by province is as long. */
const PROVINCES = 31;
/** Of a county, near 2,843 counties at a million reports. */
const AGENCIES_OF_A_COUNTY = 50;
const COUNTIES_OF_A_PREFECTURE = 8.5;
const FOUNDED_LATE = 2020;

/** What stands in every region first, then one after the other again and again. */
const FIRST: readonly AgencyKind[] = ['GOVERNMENT_OFFICE', 'DEPARTMENT', 'GOVERNMENT', 'VERTICAL_ORGAN', 'PUBLIC_INSTITUTION'];
const THEN: readonly AgencyKind[] = ['DEPARTMENT', 'DEPARTMENT', 'TOWNSHIP', 'DEPARTMENT', 'SUBDISTRICT'];
/** Two of three agencies do almost nothing of what the form asks for, as in real reports. */
const WORKLOADS: readonly Workload[] = [
  ...Array<Workload>(6).fill('quiet'),
  ...Array<Workload>(6).fill('small'),
  ...(['planning', 'welfare', 'transport', 'ecology', 'market', 'tax', 'housing', 'land', 'police'] as const),
];

/**
 * A nation of 31 provinces whose agencies owe exactly so many reports over seven years; at a million it is as large as China.
 * Refuses fewer than 700, where a province would have no agency.
 */
export function syntheticCountry(reports: number): SyntheticCountry {
  if (!Number.isSafeInteger(reports) || reports < 700) throw new RangeError('a synthetic country has at least 700 reports');
  const years = SYNTHETIC_YEARS.length;
  const agencies = Math.ceil(reports / years);
  const regions = regionsFor(agencies);
  const foundedFirst = reports - agencies * (years - 1);
  return {
    regions,
    agencies: Array.from({ length: agencies }, (_, index) => agencyAt(index, regions, index < foundedFirst ? 2019 : FOUNDED_LATE)),
  };
}

function regionsFor(agencies: number): readonly SyntheticRegion[] {
  const counties = Math.max(PROVINCES, Math.round(agencies / AGENCIES_OF_A_COUNTY));
  const prefectures = Math.max(PROVINCES, Math.round(counties / COUNTIES_OF_A_PREFECTURE));
  const regions: SyntheticRegion[] = [{ id: 1, level: 'nation', name: '合成国', code: '900000', path: [1] }];
  const found = (level: RegionLevel, name: string, above: readonly SyntheticRegion[], count: number): readonly SyntheticRegion[] =>
    Array.from({ length: count }, (_, index) => {
      const parent = above[index % above.length];
      if (parent === undefined) throw new RangeError('a region below nothing');
      const id = regions.length + 1;
      const region = { id, level, name: `合成${name}${index + 1}`, code: String(900000 + id), path: [...parent.path, id] };
      regions.push(region);
      return region;
    });
  const provinces = found('province', '省', regions.slice(0, 1), PROVINCES);
  found('county', '县', found('prefecture', '市', provinces, prefectures), counties);
  return regions;
}

function agencyAt(index: number, regions: readonly SyntheticRegion[], firstYear: number): SyntheticAgency {
  const region = regions[index % regions.length];
  const place = Math.floor(index / regions.length);
  const kind = FIRST[place] ?? THEN[place % THEN.length];
  const workload = workloadOf(kind, index + place);
  if (region === undefined || kind === undefined || workload === undefined) throw new RangeError(`no place for agency ${index}`);
  return { id: index + 1, region, kind, name: `${region.name}第${place + 1}单位`, workload, firstYear };
}

function workloadOf(kind: AgencyKind | undefined, index: number): Workload | undefined {
  if (kind === 'GOVERNMENT') return 'cityOffice';
  return kind === 'GOVERNMENT_OFFICE' ? 'office' : WORKLOADS[index % WORKLOADS.length];
}
