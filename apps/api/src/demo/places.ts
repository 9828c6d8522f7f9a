import type { AgencyKind } from '@gongkai/model';
import { CITY, CITY_BUREAUS, COUNTIES, MERGER, SYSTEMS, type BureauPlan, type CountyPlan, type Workload } from './city-plan';
import type { DemoAgency, DemoRegion, DemoSuccession } from './demo-city';

const FOUNDED = '2010-01-01';
const ZONE_SHORT = '云岭高新区';

export const FIRST_YEAR = 2019;
export const LAST_YEAR = 2025;
export const YEARS: readonly number[] = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);

/** An agency with how much work it has; a combined report has none of its own. */
export interface PlacedAgency extends DemoAgency {
  readonly workload: Workload | null;
}

export const REGIONS: readonly DemoRegion[] = [
  { ...CITY, level: 'prefecture', parentKey: null, validFrom: FOUNDED },
  ...COUNTIES.flatMap(({ key, name, code, township }): readonly DemoRegion[] => [
    { key, name, code, level: code === null ? 'functional_zone' : 'county', parentKey: CITY.key, validFrom: FOUNDED },
    {
      key: township.key,
      name: township.name,
      code: code === null ? null : code + (township.kind === 'SUBDISTRICT' ? '001' : '101'),
      level: 'township',
      parentKey: key,
      validFrom: FOUNDED,
    },
  ]),
];

export const PLACED: readonly PlacedAgency[] = [...cityAgencies(), ...COUNTIES.flatMap(countyAgencies)];

export const AGENCIES: readonly DemoAgency[] = PLACED.map(({ key, name, aliases, kind, regionKey, system, validFrom, validTo }) => ({
  key,
  name,
  aliases,
  kind,
  regionKey,
  system,
  validFrom,
  validTo,
}));

export const SUCCESSIONS: readonly DemoSuccession[] = MERGER.predecessors.map(([key]) => ({
  kind: 'merge',
  predecessorKey: `${CITY.key}-${key}`,
  successorKey: `${CITY.key}-${MERGER.successor[0]}`,
  on: MERGER.on,
  basis: MERGER.basis,
}));

/** Whether an agency owes, or would owe, the report of a year: it existed on its last day. */
export function existsAtEndOf({ validFrom, validTo }: DemoAgency, year: number): boolean {
  const lastDay = `${year}-12-31`;
  return validFrom <= lastDay && (validTo === null || validTo > lastDay);
}

/** Whether a region lies in another, or is it. */
export function liesIn(regionKey: string, outerKey: string): boolean {
  if (regionKey === outerKey) return true;
  const parentKey = REGIONS.find(({ key }) => key === regionKey)?.parentKey ?? null;
  return parentKey !== null && liesIn(parentKey, outerKey);
}

function cityAgencies(): readonly PlacedAgency[] {
  const bureau = (plan: BureauPlan): PlacedAgency => bureauOf(CITY.key, CITY.name, plan);
  return [
    { ...placed(CITY.key, 'zhengfu', '云岭市人民政府', 'GOVERNMENT'), aliases: ['云岭市政府', '市政府'], workload: null },
    {
      ...placed(CITY.key, 'zhengfuban', '云岭市人民政府办公室', 'GOVERNMENT_OFFICE'),
      aliases: ['云岭市政府办', '市政府办'],
      workload: 'cityOffice',
    },
    ...CITY_BUREAUS.map(bureau),
    ...MERGER.predecessors.map((plan) => ({ ...bureau(plan), validTo: MERGER.on })),
    { ...bureau(MERGER.successor), validFrom: MERGER.on },
    { ...placed(CITY.key, 'shuiwu', '国家税务总局云岭市税务局', 'VERTICAL_ORGAN'), aliases: ['云岭市税务局', '市税务局'], workload: 'tax' },
    { ...placed(CITY.key, 'tushuguan', '云岭市图书馆', 'PUBLIC_INSTITUTION'), aliases: ['市图书馆'], workload: 'quiet' },
  ];
}

function countyAgencies(county: CountyPlan): readonly PlacedAgency[] {
  const { key, name, code, bureaus, township } = county;
  const shortName = code === null ? ZONE_SHORT : name;
  const town: PlacedAgency = {
    ...placed(township.key, township.kind === 'TOWNSHIP' ? 'zhengfu' : 'banshichu', townshipName(name, township), township.kind),
    aliases: [township.name],
    workload: township.workload,
  };
  return [...governmentOf(county, shortName), ...bureaus.map((plan) => bureauOf(key, shortName, plan)), town];
}

/** A county's combined report and its office; the committee of a functional zone files for itself and combines nothing. */
function governmentOf({ key, name, code }: CountyPlan, shortName: string): readonly PlacedAgency[] {
  if (code === null) {
    const committee = placed(key, 'guanweihui', `${name}管理委员会`, 'FUNCTIONAL_ZONE_COMMITTEE');
    return [{ ...committee, aliases: [`${shortName}管委会`, '高新区管委会'], workload: 'office' }];
  }
  return [
    { ...placed(key, 'zhengfu', `${name}人民政府`, 'GOVERNMENT'), aliases: [`${name}政府`], workload: null },
    { ...placed(key, 'zhengfuban', `${name}人民政府办公室`, 'GOVERNMENT_OFFICE'), aliases: [`${name}政府办`], workload: 'office' },
  ];
}

function townshipName(county: string, { name, kind }: CountyPlan['township']): string {
  return kind === 'TOWNSHIP' ? `${county}${name}人民政府` : `${name}办事处`;
}

function bureauOf(regionKey: string, region: string, [key, name, short, workload]: BureauPlan): PlacedAgency {
  const bare = region.replace(/[市区县]$/, '');
  const aliases = [...new Set([`${region}${short}`, `${bare}${short}`])].filter((alias) => alias !== region + name);
  return { ...placed(regionKey, key, region + name, 'DEPARTMENT'), aliases, workload };
}

function placed(regionKey: string, key: string, name: string, kind: AgencyKind): Omit<PlacedAgency, 'aliases' | 'workload'> {
  return { key: `${regionKey}-${key}`, name, kind, regionKey, system: SYSTEMS[key] ?? null, validFrom: FOUNDED, validTo: null };
}
