import { type AgencyKind, type Indicator, type Panel, type RegionLevel, SUMMED_KINDS } from '@gongkai/model';
import type { CatalogueAsked } from './catalogue-asked';
import { type Objection, isObjection, object } from './objection';
import { type CellGroup, type Grouping, type Question, cellGroups, isByCells, questionsOf } from './questions-of';
import type { StructureView } from './structure';
import { type OverYears, objectOverYears } from './years-figure';

const INDICATORS_AT_MOST = 60;
const YEARS_AT_MOST = 30;
const FIRST_YEAR = 1949;
const LAST_YEAR = 2200;

/** Only these are counted; null for all. */
export interface SeriesFilter {
  readonly kinds?: readonly AgencyKind[] | null;
  readonly regionIds?: readonly string[] | null;
  readonly agencyIds?: readonly string[] | null;
  readonly systems?: readonly string[] | null;
  readonly applicants?: readonly string[] | null;
  readonly outcomes?: readonly string[] | null;
}

/** What is asked of a series: one region with all below it, or one agency. What is left out takes the default said beside it. */
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

/** The same with every default said and every indicator as the cells that answer it. */
export interface SeriesQuery {
  readonly regionId: string | null;
  readonly agencyId: string | null;
  readonly from: number;
  readonly to: number;
  readonly state: 'published' | 'accepted';
  readonly groupBy: Grouping;
  /** With `region`: 0 nation, 1 province, 2 prefecture, 3 county or functional zone, 4 township; null for the level directly below. */
  readonly levelRank: number | null;
  /** Agency kinds that enter the sum of a region. */
  readonly kinds: readonly string[];
  /** Null for all. */
  readonly regionIds: readonly string[] | null;
  readonly agencyIds: readonly string[] | null;
  /** 系统 as of 31 December of the year; null for all. */
  readonly systems: readonly string[] | null;
  readonly edition: 'latest' | 'first_published';
  /** ISO 8601; null for now. */
  readonly asOf: string | null;
  readonly questions: readonly Question[];
  /** Groups of cells the answer is parted into; null where cells are not parted. */
  readonly cellGroups: readonly CellGroup[] | null;
  /** The catalogue's own cells: their sums are kept, nothing has to be added up from the editions. */
  readonly kept: boolean;
}

/** From the nation down; functional zones are of the level of counties. */
export const LEVEL_RANKS: Readonly<Record<RegionLevel, number>> = {
  nation: 0,
  province: 1,
  prefecture: 2,
  county: 3,
  functional_zone: 3,
  township: 4,
};

/** What is asked in full, or why it is not answered: unknown indicators, too long lists, what may not be asked together. */
export function seriesQuestion(asked: SeriesAsked, catalogue: CatalogueAsked): SeriesQuery | Objection {
  const indicators = wanted(asked, catalogue);
  if (isObjection(indicators)) return indicators;
  const together = objectTogether(asked) ?? (asked.overYears ? objectOverYears(indicators, asked.overYears, catalogue.cells) : null);
  if (together !== null) return together;
  const { filter, groupBy, level } = asked;
  const choice = { groupBy, applicants: filter?.applicants ?? null, outcomes: filter?.outcomes ?? null };
  const questions = questionsOf(indicators, choice, catalogue);
  if (isObjection(questions)) return questions;
  return {
    regionId: asked.regionId,
    agencyId: asked.agencyId,
    from: asked.from,
    to: asked.to,
    state: asked.state,
    groupBy,
    levelRank: groupBy === 'region' && level ? LEVEL_RANKS[level] : null,
    kinds: filter?.kinds ?? SUMMED_KINDS,
    regionIds: filter?.regionIds ?? null,
    agencyIds: filter?.agencyIds ?? null,
    systems: filter?.systems ?? null,
    edition: asked.edition ?? 'latest',
    asOf: asked.asOf ?? null,
    questions,
    cellGroups: cellGroups(choice, catalogue),
    kept: questions.every(({ indicator, terms }) => terms === indicator.terms),
  };
}

function wanted({ indicators: codes, from, to }: SeriesAsked, { indicators }: CatalogueAsked): readonly Indicator[] | Objection {
  const known = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const unknown = codes.find((code) => !known.has(code));
  if (unknown !== undefined) return object('UNKNOWN_INDICATOR', { zh: `没有指标 ${unknown}。`, en: `There is no indicator ${unknown}.` });
  const asked = [...new Set(codes)].flatMap((code) => known.get(code) ?? []);
  const years = to - from + 1;
  const isInRange = from >= FIRST_YEAR && to <= LAST_YEAR && years >= 1 && years <= YEARS_AT_MOST;
  if (isInRange && asked.length >= 1 && asked.length <= INDICATORS_AT_MOST) return asked;
  return object('BAD_REQUEST', {
    zh: `请选择 1 至 ${INDICATORS_AT_MOST} 个指标、1 至 ${YEARS_AT_MOST} 个年度。`,
    en: `Ask for 1 to ${INDICATORS_AT_MOST} indicators and 1 to ${YEARS_AT_MOST} years.`,
  });
}

/** What of a question stands against the rest of it, whatever the indicators. */
type Together = Pick<SeriesAsked, 'regionId' | 'agencyId' | 'groupBy' | 'level' | 'edition' | 'asOf' | 'filter' | 'view'>;

/** Why these are never asked together; null where they may be. */
export function objectTogether(asked: Together): Objection | null {
  return objectScope(asked) ?? objectKinds(asked) ?? objectView(asked);
}

function objectScope({ regionId, agencyId, groupBy }: Together): Objection | null {
  if ((regionId === null) === (agencyId === null)) {
    return object('BAD_REQUEST', { zh: '请指明一个地区或一个单位。', en: 'Name either a region or an agency.' });
  }
  if (agencyId === null || groupBy === 'none' || isByCells(groupBy)) return null;
  return object('BAD_REQUEST', { zh: '单个机关的数据不能再按机关分组。', en: 'The figures of one agency have no groups of agencies.' });
}

function objectKinds({ filter }: Together): Objection | null {
  const apart = filter?.kinds?.find((kind) => !SUMMED_KINDS.includes(kind));
  if (apart === undefined) return null;
  return object('NOT_ADDITIVE', {
    zh: `${apart} 的报告不计入地区合计（汇总报告、垂直管理机关和公共企事业单位自成系列）；请查询该单位本身。`,
    en: `Reports of kind ${apart} are never part of a region's sum: ask for the agency itself.`,
  });
}

/** By another structure than that of the reports only the latest figures are known, by region directly below or by agency. */
function objectView({ view = 'as_reported', groupBy, level, edition = 'latest', asOf, filter }: Together): Objection | null {
  if (view === 'as_reported') return null;
  const isPlain = edition === 'latest' && (asOf ?? null) === null && (groupBy !== 'region' || (level ?? null) === null);
  const isParted = groupBy === 'none' || groupBy === 'region' || groupBy === 'agency';
  const { kinds, regionIds, agencyIds, systems, applicants, outcomes } = filter ?? {};
  const isWhole = [regionIds, agencyIds, systems, applicants, outcomes].every((only) => (only ?? null) === null);
  if (isPlain && isParted && isWhole && (kinds ?? SUMMED_KINDS).length === SUMMED_KINDS.length) return null;
  return object('BAD_REQUEST', {
    zh: '按今日机构、固定机构查看时，只能查看最新数据，只能按直接下级地区或者单位分组，不能筛选。',
    en: 'By today’s or constant structure, the latest figures are parted by the regions directly below or by agency, and not filtered.',
  });
}
