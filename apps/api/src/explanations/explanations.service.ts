import { Inject, Injectable } from '@nestjs/common';
import { FORMS, cellOf, formInForce, formOf, totalCellsOf } from '@gongkai/catalogue';
import {
  type AbsenceReason,
  type Contribution,
  type CountedPoint,
  type Dominance,
  type SeriesAsked,
  type Whole,
  absenceIn,
  contributionOf,
  countedIn,
  dominanceOf,
  formsThatSpeak,
  formulaWords,
  isByCells,
  workedWords,
} from '@gongkai/indicators';
import type { Form, FormId, Indicator, SeriesPoint, Words } from '@gongkai/model';
import type { Config } from '../config';
import { CONFIG } from '../config-token';
import { cellWords, unrollRules } from '@gongkai/rules';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';
import type { StoresOf } from '../database/named-stores';
import { IndicatorsService } from '../indicators/indicators.service';
import { queryOf } from '../indicators/series-asked';
import { type Page, type PageAsked, type PageBounds, boundsOf, pageOf } from '../requests/page';
import { type Refusal, isRefusal, refuse } from '../requests/refusal';
import { RESTRUCTURING, restructure } from '../structures/restructure';
import { EditionsStore } from '../reports/editions.store';
import { ExplanationsStore, type PointPartRow, type PointQuery, type TotalEquation } from './explanations.store';

export interface PointAsked extends Omit<SeriesAsked, 'indicators' | 'from' | 'to' | 'page'> {
  readonly indicator: string;
  readonly year: number;
  readonly group: string | null;
  /** Of the series the point belongs to. */
  readonly years: { readonly from: number; readonly to: number };
  readonly first: number;
  readonly after: string | null;
}

/** An agency's edition, with its part of the number. */
export interface ContributorRow extends Contribution {
  readonly __typename: 'AgencyContributor';
  readonly indicator: Indicator;
  readonly editionId: string;
  readonly form: FormId;
}

/** All agencies of a region. */
export interface RegionContributorRow extends Contribution {
  readonly __typename: 'RegionContributor';
}

export interface Contributors<Row extends Contribution> extends Page<Row> {
  /** Agencies in the number that the caller may not see. */
  readonly hidden: number;
  readonly dominance: Dominance<Row> | null;
}

interface LeftOutRow {
  readonly agencyId: string;
  readonly editionId: string | null;
  readonly why: 'no_report' | AbsenceReason;
}

export interface ExplainedPoint {
  readonly indicator: Indicator;
  readonly group: SeriesPoint['group'];
  readonly point: CountedPoint;
  readonly formula: Words;
  readonly worked: Words | null;
  readonly contributors: Contributors<ContributorRow>;
  readonly leftOut: Page<LeftOutRow>;
  /** What to ask when the regions of the point are asked for. */
  readonly query: PointQuery;
}

/** Explains a number: who is in it with which part, and who is not and why. The parts add up to it exactly, or some of them are hidden and counted. */
@Injectable()
export class ExplanationsService {
  constructor(
    private readonly database: Database,
    private readonly indicators: IndicatorsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async explain(caller: Caller, asked: PointAsked): Promise<ExplainedPoint | Refusal> {
    const { indicator: code, year, group } = asked;
    const page = await this.indicators.series(caller, { ...asked, indicators: [code], ...asked.years });
    if (isRefusal(page)) return page;
    const ofYear = queryOf({ ...asked, indicators: [code], from: year, to: year });
    if (isRefusal(ofYear)) return ofYear;
    const row = page.series.find((one) => (one.group === null ? group === null : one.group.key === group));
    const point = row?.points.find((one) => one.year === year);
    // Where cells are parted the agencies are not: each point is a question of its own to all of them.
    const byCells = isByCells(asked.groupBy);
    const question = ofYear.questions.find(({ key }) => key === (byCells ? group : null));
    if (row === undefined || point === undefined || question === undefined) {
      return refuse('BAD_REQUEST', { zh: '没有这个分组。', en: 'The series has no such group.' });
    }
    const indicator = { ...row.indicator, terms: question.terms };
    return this.database.read(caller, { explanations: ExplanationsStore, editions: EditionsStore, ...RESTRUCTURING }, async (stores) => {
      const agencyIds = await restructuredAgencies(stores, asked);
      if (isRefusal(agencyIds)) return agencyIds;
      const series = { ...ofYear, questions: [question], ...(agencyIds === null ? {} : { agencyIds }) };
      const speaking = formsThatSpeak(indicator, point.forms);
      const query = { series, group: byCells ? '' : (group ?? ''), restructured: agencyIds !== null, forms: point.forms, speaking };
      return {
        indicator,
        group: row.group,
        point,
        formula: formulaWords(indicator, formsBehind(point), cellWords),
        worked: workedWords(point, countedIn(point.coverage)),
        contributors: await contributorsOf(stores, { query, below: null }, boundsOf(asked), this.tellOf({ indicator, point }, agencyPart)),
        leftOut: await leftOutOf(stores, query, indicator, boundsOf(asked)),
        query,
      };
    });
  }

  /** The regions directly below that of an explained point; null where it has none or they were others then. */
  async regions(
    caller: Caller,
    { query, ...explained }: ExplainedPoint,
    asked: PageAsked,
  ): Promise<Contributors<RegionContributorRow> | null> {
    const { groupBy, regionId } = query.series;
    const below = groupBy === 'region' ? query.group : regionId;
    if (below === null || query.restructured) return null;
    return this.database.read(caller, { explanations: ExplanationsStore }, (stores) =>
      contributorsOf(stores, { query, below }, boundsOf(asked), this.tellOf(explained, regionPart)),
    );
  }

  /** Reports in an explained point whose printed totals are not what their details make. */
  differingTotals(caller: Caller, { query, indicator }: ExplainedPoint): Promise<number> {
    return this.database.read(caller, { explanations: ExplanationsStore }, ({ explanations }) =>
      explanations.differingTotals(query, totalEquationsOf(indicator)),
    );
  }

  private tellOf<Row extends Contribution>(
    { indicator, point }: Pick<Whole, 'indicator' | 'point'>,
    part: (whole: Whole, row: PointPartRow) => Row,
  ): Telling<Row> {
    const { smallBelow, dominantAbove } = this.config;
    const whole = { indicator, point, smallBelow, dominantAbove };
    return { whole, part: (row) => part(whole, row) };
  }
}

function totalEquationsOf(indicator: Indicator): readonly TotalEquation[] {
  return FORMS.flatMap((form) => {
    const totals = totalCellsOf(indicator, form.id);
    return unrollRules(form, null).flatMap(({ defines, left }) =>
      defines !== null && totals.includes(defines)
        ? [{ form: form.id, total: cellOf(defines).position, details: left.map(({ cell }) => cellOf(cell).position) }]
        : [],
    );
  });
}

/** How a number's contributors are told. */
interface Telling<Row extends Contribution> {
  readonly whole: Whole;
  readonly part: (row: PointPartRow) => Row;
}

function agencyPart(whole: Whole, row: PointPartRow): ContributorRow {
  const { editionId, form } = row;
  return { __typename: 'AgencyContributor', indicator: whole.indicator, editionId, form, ...contributionOf(whole, row) };
}

function regionPart(whole: Whole, row: PointPartRow): RegionContributorRow {
  return { __typename: 'RegionContributor', ...contributionOf(whole, row) };
}

/** The forms in whose words a point is told: those behind its value, or the one in force where it has none. */
function formsBehind({ forms, year }: SeriesPoint): readonly Form[] {
  const inForce = formInForce(year);
  return forms.length > 0 || inForce === undefined ? forms.map(formOf) : [inForce];
}

/** The agencies whose reports of the year are in the group by another structure than that of the reports; null where that is asked. */
async function restructuredAgencies(
  stores: StoresOf<typeof RESTRUCTURING>,
  asked: PointAsked,
): Promise<readonly string[] | null | Refusal> {
  const { view = 'as_reported', groupBy, year, years, group } = asked;
  if (view === 'as_reported' || (groupBy !== 'none' && groupBy !== 'region' && groupBy !== 'agency')) return null;
  const structured = await restructure(stores, { ...asked, ...years, view, groupBy, positions: [] });
  if (isRefusal(structured)) return structured;
  return structured.reports.filter((one) => one.year === year && one.key === (group ?? '')).map(({ agencyId }) => agencyId);
}

async function contributorsOf<Row extends Contribution>(
  { explanations }: { readonly explanations: ExplanationsStore },
  { query, below }: { readonly query: PointQuery; readonly below: string | null },
  page: PageBounds,
  { whole, part }: Telling<Row>,
): Promise<Contributors<Row>> {
  const rows = await explanations.contributors(query, below, page);
  const [largest] = page.offset === 0 ? rows : await explanations.contributors(query, below, { limit: 1, offset: 0 });
  const counted = countedIn(whole.point.coverage);
  if (largest === undefined) return { ...pageOf([], 0, page), hidden: counted, dominance: null };
  const hidden = counted - largest.allCounted;
  const dominance = hidden === 0 ? dominanceOf(whole, largest, part(largest)) : null;
  return { ...pageOf(rows.map(part), largest.total, page), hidden, dominance };
}

async function leftOutOf(
  { explanations, editions }: { readonly explanations: ExplanationsStore; readonly editions: EditionsStore },
  query: PointQuery,
  indicator: Indicator,
  page: PageBounds,
): Promise<Page<LeftOutRow>> {
  const rows = await explanations.leftOut(query, page);
  const [first] = rows.length > 0 || page.offset === 0 ? rows : await explanations.leftOut(query, { limit: 1, offset: 0 });
  const held = new Map((await editions.editions(rows.flatMap(({ editionId }) => editionId ?? []))).map((edition) => [edition.id, edition]));
  const items = rows.map(({ agencyId, editionId, form }): LeftOutRow => {
    const edition = editionId === null ? undefined : held.get(editionId);
    return {
      agencyId,
      editionId,
      why: edition === undefined || form === null ? 'no_report' : absenceIn(edition, { indicator, form }, cellOf),
    };
  });
  return pageOf(items, first === undefined ? 0 : first.total, page);
}
