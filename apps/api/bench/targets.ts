import { type Latency, round } from './measure';
import type { CubeLatencies } from './cube';
import type { Dashboard } from './questions';
import type { Publications } from './publishing';
import type { ParquetLimit } from './rivals';
import type { Cost, TimePart } from './where-time-goes';

export interface Measurement {
  readonly countries: readonly { readonly reports: number; readonly loadedInSeconds: number | null }[];
  /** By question and number of reports. */
  readonly growth: Readonly<Record<Dashboard | 'cells', Readonly<Record<string, Latency>>>>;
  /** Requests per second at the largest size over 8 connections. */
  readonly rates: Readonly<Record<Dashboard, { readonly api: number; readonly bare: number }>>;
  /** The same of the sums of the trend alone. */
  readonly sums: { readonly api: number; readonly postgraphile: number };
  /** What a request of each costs, and the parts of what the trend costs the api. */
  readonly costs: { readonly trend: Cost; readonly bare: Cost; readonly sums: Cost; readonly postgraphile: Cost };
  readonly parts: readonly TimePart[];
  readonly connections: readonly { readonly connections: number; readonly api: number; readonly bare: number }[];
  readonly memory: { readonly now: number; readonly most: number };
  readonly rivals: Readonly<Record<string, { readonly api: Latency; readonly rollups: Latency; readonly editions: Latency }>>;
  readonly published: Readonly<Record<string, Publications>>;
  readonly cube: CubeLatencies;
  readonly parquet: ParquetLimit;
}

/** One figure that is to be reached. */
export interface Aim {
  readonly what: string;
  readonly wanted: string;
  readonly measured: number;
  readonly reached: boolean;
}

/** What is to be reached at a million reports, measured at the largest size of the run. */
export function targetsOf(measured: Measurement): readonly Aim[] {
  const sizes = measured.countries.map(({ reports }) => String(reports));
  const [least = '', most = ''] = [sizes[0], sizes.at(-1)];
  const least50 = (name: Dashboard | 'cells', size: string): number => measured.growth[name][size]?.p50 ?? Number.NaN;
  const growth = (name: Dashboard): number => round(least50(name, most) / least50(name, least));
  const share = (name: Dashboard): number => round(measured.rates[name].api / measured.rates[name].bare);
  const rival = measured.rivals[most];
  const below = (what: string, limit: number, value: number, unit = ''): Aim => ({
    what,
    wanted: `< ${limit}${unit}`,
    measured: value,
    reached: value < limit,
  });
  const atLeast = (what: string, limit: number, value: number): Aim => ({
    what,
    wanted: `≥ ${limit}`,
    measured: value,
    reached: value >= limit,
  });
  return [
    ...(['trend', 'comparison', 'place'] as const).map((name) =>
      below(`p50 of ${name}, ${most} against ${least} reports`, 1.5, growth(name)),
    ),
    ...(['trend', 'comparison', 'place'] as const).map((name) =>
      atLeast(`requests/s of ${name} against node:http + pg`, 0.35, share(name)),
    ),
    atLeast(
      'requests/s of the sums of the trend against PostGraphile over the rollups',
      1,
      round(measured.sums.api / measured.sums.postgraphile),
    ),
    atLeast(
      'PostGraphile over the editions takes so many times as long',
      50,
      round((rival?.editions.p50 ?? Number.NaN) / (rival?.api.p50 ?? Number.NaN)),
    ),
    below('publishing one report, p95', 50, measured.published[most]?.reports.p95 ?? Number.NaN, ' ms'),
    below('publishing an amendment, p95', 50, measured.published[most]?.amendments.p95 ?? Number.NaN, ' ms'),
    below('memory of the api after the load', 400, measured.memory.now, ' MB'),
    below('all cells of the nation for one year, p50', 20, least50('cells', most), ' ms'),
  ];
}
