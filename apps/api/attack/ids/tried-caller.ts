/** Who tries ids: of a county, of another county beside it, of the city above, or of nowhere. */
export interface TriedCaller {
  readonly name: string;
  readonly login: string | null;
  readonly role: 'public' | 'agency' | 'supervisor' | 'analyst' | 'administrator';
  /** Names. */
  readonly agency: string | null;
  readonly region: string | null;
}

/** The same with ids, as the database has them. */
export interface SeatedCaller extends TriedCaller {
  readonly accountId: string | null;
  readonly agencyId: string | null;
  readonly regionId: string | null;
}

export const CALLERS: readonly TriedCaller[] = [
  { name: 'anonymous', login: null, role: 'public', agency: null, region: null },
  { name: 'agency', login: 'agency', role: 'agency', agency: '试验县统计局', region: null },
  { name: 'agency of elsewhere', login: 'elsewhere', role: 'agency', agency: '邻县统计局', region: null },
  { name: 'supervisor of the county', login: 'county', role: 'supervisor', agency: null, region: '试验县' },
  { name: 'supervisor of another county', login: 'other', role: 'supervisor', agency: null, region: '邻县' },
  { name: 'supervisor of the city', login: 'city', role: 'supervisor', agency: null, region: '试验市' },
  { name: 'analyst', login: 'analyst', role: 'analyst', agency: null, region: '试验县' },
  { name: 'administrator', login: 'administrator', role: 'administrator', agency: null, region: null },
];
