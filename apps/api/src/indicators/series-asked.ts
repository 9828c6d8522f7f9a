import { findIndicator } from '@gongkai/catalogue';
import { type AgencyKind, type Indicator, type Panel, type RegionLevel, SUMMED_KINDS } from '@gongkai/model';
import type { Caller } from '../database/caller';
import type { Stores } from '../database/stores';
import { isId } from '../requests/is-id';
import { REFUSALS, type Refusal, isRefusal, refuse } from '../requests/refusal';
import type { StructureView } from '../structures/structure';
import { isByCells, questionsOf } from './cell-axes';
import type { Grouping, SeriesQuery } from './series-query';
import { type OverYears, refuseOverYears } from './years-figure';

const INDICATORS_AT_MOST = 60;
const YEARS_AT_MOST = 30;
const FIRST_YEAR = 1949;
const LAST_YEAR = 2200;

export interface SeriesFilter {
  readonly kinds?: readonly AgencyKind[] | null;
  readonly regionIds?: readonly string[] | null;
  readonly agencyIds?: readonly string[] | null;
  readonly systems?: readonly string[] | null;
  readonly applicants?: readonly string[] | null;
  readonly outcomes?: readonly string[] | null;
}

/** What a client asks of a series. What is left out takes the default said beside it. */
export interface SeriesAsked {
  readonly indicators: readonly string[];
  readonly regionId: string | null;
  readonly agencyId: string | null;
  readonly from: number;
  readonly to: number;
  readonly groupBy: Grouping;
  readonly state: 'published' | 'accepted';
  /** Directly below the scope. */
  readonly level?: RegionLevel | null;
  /** latest */
  readonly edition?: SeriesQuery['edition'];
  /** ISO 8601; now. */
  readonly asOf?: string | null;
  /** all_reporters */
  readonly panel?: Panel;
  readonly filter?: SeriesFilter | null;
  readonly overYears?: OverYears | null;
  /** as_reported */
  readonly view?: StructureView;
  /** All groups. */
  readonly page?: { readonly first: number; readonly after: string | null };
}

const RANKS: Readonly<Record<RegionLevel, number>> = { nation: 0, province: 1, prefecture: 2, county: 3, functional_zone: 3, township: 4 };

/** What is asked as the statements take it, or why it is not answered. */
export function queryOf(asked: SeriesAsked): SeriesQuery | Refusal {
  const indicators = wanted(asked);
  if (isRefusal(indicators)) return indicators;
  const refused = refuseParting(asked) ?? (asked.overYears ? refuseOverYears(indicators, asked.overYears) : null);
  if (refused !== null) return refused;
  const { filter, groupBy, level } = asked;
  const questions = questionsOf(indicators, { groupBy, applicants: filter?.applicants ?? null, outcomes: filter?.outcomes ?? null });
  if (isRefusal(questions)) return questions;
  return {
    regionId: asked.regionId,
    agencyId: asked.agencyId,
    from: asked.from,
    to: asked.to,
    state: asked.state,
    groupBy,
    levelRank: groupBy === 'region' && level ? RANKS[level] : null,
    kinds: filter?.kinds ?? SUMMED_KINDS,
    regionIds: filter?.regionIds ?? null,
    agencyIds: filter?.agencyIds ?? null,
    systems: filter?.systems ?? null,
    edition: asked.edition ?? 'latest',
    asOf: asked.asOf ?? null,
    questions,
    kept: questions.every(({ indicator, terms }) => terms === indicator.terms),
  };
}

function wanted(asked: SeriesAsked): readonly Indicator[] | Refusal {
  const unknown = asked.indicators.find((code) => findIndicator(code) === undefined);
  if (unknown !== undefined) return refuse('UNKNOWN_INDICATOR', { zh: `没有指标 ${unknown}。`, en: `There is no indicator ${unknown}.` });
  const indicators = [...new Set(asked.indicators)].map((code) => findIndicator(code)).filter((indicator) => indicator !== undefined);
  const years = asked.to - asked.from + 1;
  const isInRange = asked.from >= FIRST_YEAR && asked.to <= LAST_YEAR && years >= 1 && years <= YEARS_AT_MOST;
  if (isInRange && indicators.length >= 1 && indicators.length <= INDICATORS_AT_MOST) return indicators;
  return refuse('BAD_REQUEST', {
    zh: `请选择 1 至 ${INDICATORS_AT_MOST} 个指标、1 至 ${YEARS_AT_MOST} 个年度。`,
    en: `Ask for 1 to ${INDICATORS_AT_MOST} indicators and 1 to ${YEARS_AT_MOST} years.`,
  });
}

function refuseParting({ regionId, agencyId, groupBy, filter, page }: SeriesAsked): Refusal | null {
  if ((regionId === null) === (agencyId === null)) {
    return refuse('BAD_REQUEST', { zh: '请指明一个地区或一个单位。', en: 'Name either a region or an agency.' });
  }
  if (agencyId !== null && groupBy !== 'none' && !isByCells(groupBy)) {
    return refuse('BAD_REQUEST', { zh: '单个机关的数据不能再按机关分组。', en: 'The figures of one agency have no groups of agencies.' });
  }
  const apart = filter?.kinds?.find((kind) => !SUMMED_KINDS.includes(kind));
  if (apart !== undefined) {
    return refuse('NOT_ADDITIVE', {
      zh: `${apart} 的报告不计入地区合计（汇总报告、垂直管理机关和公共企事业单位自成系列）；请查询该单位本身。`,
      en: `Reports of kind ${apart} are never part of a region's sum: ask for the agency itself.`,
    });
  }
  const ids = [...(filter?.regionIds ?? []), ...(filter?.agencyIds ?? []), ...(page?.after ? [page.after] : [])];
  if (!ids.every(isId) || (page !== undefined && (page.first < 1 || page.first > 500))) {
    return refuse('BAD_REQUEST', { zh: '筛选条件或分页参数有误。', en: 'A filter or a page is not understood.' });
  }
  return null;
}

/** Whether there is such a place, and the caller may see the sums asked for. */
export async function refuseScope(stores: Stores, caller: Caller, query: SeriesQuery): Promise<Refusal | null> {
  const { regionId, agencyId, state } = query;
  if (regionId !== null && !isId(regionId)) return REFUSALS.unknownRegion();
  if (agencyId !== null && !isId(agencyId)) return REFUSALS.unknownAgency();
  const path = await scopePath(stores, regionId, agencyId);
  if (path === null) return regionId === null ? REFUSALS.unknownAgency() : REFUSALS.unknownRegion();
  if (state === 'published') return null;
  if (!seesAccepted(caller, path, agencyId)) return REFUSALS.notAllowed();
  return query.asOf !== null && caller.kind === 'account' && caller.role === 'analyst' ? noPast() : null;
}

/** An analyst sees what stands accepted, not what did: a sum of the past would silently lack the editions amended since. */
function noPast(): Refusal {
  return refuse('NOT_ALLOWED', {
    zh: '分析员只能查看目前已审核的版本；查询某一时点请使用已公布的数据。',
    en: 'An analyst sees the editions accepted now: ask for published figures as of a moment.',
  });
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
