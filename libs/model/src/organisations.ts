/** Levels of GB/T 2260 below the nation; functional zones (开发区, 新区) stand outside it. */
export type RegionLevel = 'nation' | 'province' | 'prefecture' | 'county' | 'township' | 'functional_zone';

/** `GOVERNMENT` files the combined report of a whole region, `GOVERNMENT_OFFICE` its own acts only: two series, never added. */
export type AgencyKind =
  | 'GOVERNMENT'
  | 'GOVERNMENT_OFFICE'
  | 'DEPARTMENT'
  | 'TOWNSHIP'
  | 'SUBDISTRICT'
  | 'DISPATCHED_BODY'
  | 'AUTHORIZED_ORG'
  | 'PARTY_ORGAN_WITH_PLATE'
  | 'VERTICAL_ORGAN'
  | 'FUNCTIONAL_ZONE_COMMITTEE'
  | 'PUBLIC_INSTITUTION';

export const AGENCY_KINDS: readonly AgencyKind[] = [
  'GOVERNMENT',
  'GOVERNMENT_OFFICE',
  'DEPARTMENT',
  'TOWNSHIP',
  'SUBDISTRICT',
  'DISPATCHED_BODY',
  'AUTHORIZED_ORG',
  'PARTY_ORGAN_WITH_PLATE',
  'VERTICAL_ORGAN',
  'FUNCTIONAL_ZONE_COMMITTEE',
  'PUBLIC_INSTITUTION',
];

/** Kinds whose reports enter the sum of a region: F30 二 leaves vertical organs to their system, and a combined report would count twice. */
export const SUMMED_KINDS: readonly AgencyKind[] = AGENCY_KINDS.filter(
  (kind) => !['GOVERNMENT', 'VERTICAL_ORGAN', 'PUBLIC_INSTITUTION'].includes(kind),
);

/** What belongs to a region and to none of those it is parted into is not the region: it is called by its name and this. */
export const OWN_LEVEL = '本级';
