import { Injectable } from '@nestjs/common';
import { INDICATORS, findIndicator } from '@gongkai/catalogue';
import { type Indicator, SUMMED_KINDS, type SeriesPoint } from '@gongkai/model';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';
import type { Stores } from '../database/stores';
import { isId } from '../requests/loaders';
import { REFUSALS, type Refusal, isRefusal, refuse } from '../requests/refusal';
import type { CoverageRow, Grouping, SeriesQuery, SumRow } from './indicators.store';
import { compareYears, pointOf } from './series-points';

const INDICATORS_AT_MOST = 60;
const YEARS_AT_MOST = 30;
const FIRST_YEAR = 1949;
const LAST_YEAR = 2200;

export interface SeriesAsked {
  readonly indicators: readonly string[];
  readonly regionId: string | null;
  readonly agencyId: string | null;
  readonly from: number;
  readonly to: number;
  readonly groupBy: Grouping;
  readonly state: 'published' | 'accepted';
}

export interface SeriesRow {
  readonly indicator: Indicator;
  readonly group: SeriesPoint['group'];
  readonly points: readonly SeriesPoint[];
}

/** What may be shown, and what it adds up to. */
@Injectable()
export class IndicatorsService {
  constructor(private readonly database: Database) {}

  all(): readonly Indicator[] {
    return INDICATORS;
  }

  /** Series of indicators over a region or of one agency. Refused: unknown names, too long lists, accepted figures out of the caller's sight. */
  async series(caller: Caller, asked: SeriesAsked): Promise<readonly SeriesRow[] | Refusal> {
    const indicators = wanted(asked);
    if (isRefusal(indicators)) return indicators;
    return this.database.read(caller, async (stores) => {
      const outOfScope = await refuseScope(stores, caller, asked);
      if (outOfScope !== null) return outOfScope;
      const query: SeriesQuery = { ...asked, kinds: SUMMED_KINDS, positions: indicators.map((indicator) => indicator.position) };
      const sums = await stores.indicators.sums(query);
      const coverage = await stores.indicators.coverage(query);
      return seriesOf(indicators, asked, sums, coverage);
    });
  }
}

function wanted(asked: SeriesAsked): readonly Indicator[] | Refusal {
  const unknown = asked.indicators.find((code) => findIndicator(code) === undefined);
  if (unknown !== undefined) return refuse('UNKNOWN_INDICATOR', { zh: `没有指标 ${unknown}。`, en: `There is no indicator ${unknown}.` });
  const indicators = [...new Set(asked.indicators)].map((code) => findIndicator(code)).filter((indicator) => indicator !== undefined);
  const years = asked.to - asked.from + 1;
  if (
    indicators.length === 0 ||
    indicators.length > INDICATORS_AT_MOST ||
    years < 1 ||
    years > YEARS_AT_MOST ||
    asked.from < FIRST_YEAR ||
    asked.to > LAST_YEAR
  ) {
    return refuse('BAD_REQUEST', {
      zh: `请选择 1 至 ${INDICATORS_AT_MOST} 个指标、1 至 ${YEARS_AT_MOST} 个年度。`,
      en: `Ask for 1 to ${INDICATORS_AT_MOST} indicators and 1 to ${YEARS_AT_MOST} years.`,
    });
  }
  return indicators;
}

async function refuseScope(stores: Stores, caller: Caller, asked: SeriesAsked): Promise<Refusal | null> {
  const { regionId, agencyId, state } = asked;
  if ((regionId === null) === (agencyId === null)) {
    return refuse('BAD_REQUEST', { zh: '请指明一个地区或一个单位。', en: 'Name either a region or an agency.' });
  }
  if (agencyId !== null && asked.groupBy !== 'none') {
    return refuse('BAD_REQUEST', { zh: '单个机关的数据不能再分组。', en: 'The figures of one agency have no groups.' });
  }
  if (regionId !== null && !isId(regionId)) return REFUSALS.unknownRegion();
  if (agencyId !== null && !isId(agencyId)) return REFUSALS.unknownAgency();
  const path = await scopePath(stores, regionId, agencyId);
  if (path === null) return regionId === null ? REFUSALS.unknownAgency() : REFUSALS.unknownRegion();
  return state === 'published' || seesAccepted(caller, path, agencyId) ? null : REFUSALS.notAllowed();
}

async function scopePath({ organisations }: Stores, regionId: string | null, agencyId: string | null): Promise<readonly string[] | null> {
  if (regionId !== null) {
    const path = await organisations.pathOf(regionId);
    return path.length === 0 ? null : path;
  }
  const [agency] = await organisations.agencies(agencyId === null ? [] : [agencyId]);
  return agency === undefined ? null : organisations.pathOf(agency.regionId);
}

function seesAccepted(caller: Caller, path: readonly string[], agencyId: string | null): boolean {
  if (caller.kind !== 'account') return caller.kind === 'system';
  if (caller.role === 'administrator') return true;
  if (caller.role === 'agency') return agencyId !== null && caller.agencyId === agencyId;
  return caller.regionId !== null && path.includes(caller.regionId);
}

function seriesOf(
  indicators: readonly Indicator[],
  asked: SeriesAsked,
  sums: readonly SumRow[],
  coverage: readonly CoverageRow[],
): readonly SeriesRow[] {
  const years = Array.from({ length: asked.to - asked.from + 1 }, (_, at) => asked.from + at);
  const names = new Map(coverage.map((row) => [row.groupKey, row.groupName]));
  const keys = asked.groupBy === 'none' ? [''] : [...names.keys()];
  return keys.flatMap((key) => {
    const group = asked.groupBy === 'none' ? null : { key, name: names.get(key) ?? key };
    return indicators.map((indicator, index) => {
      const points = years.map((year) =>
        pointOf({
          indicator,
          index,
          year,
          group,
          sums: sums.filter((row) => row.groupKey === key && row.year === year),
          coverage: coverage.find((row) => row.groupKey === key && row.year === year) ?? null,
        }),
      );
      return { indicator, group, points: compareYears(indicator, points) };
    });
  });
}
