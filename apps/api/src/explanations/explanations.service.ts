import { Injectable } from '@nestjs/common';
import { cellOf } from '@gongkai/catalogue';
import { type CellState, type FormId, type Indicator, type SeriesPoint, type Words, printFigure } from '@gongkai/model';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';
import type { Stores } from '../database/stores';
import { isByCells } from '../indicators/cell-axes';
import { IndicatorsService } from '../indicators/indicators.service';
import { type SeriesAsked, queryOf } from '../indicators/series-asked';
import { type Page, type PageBounds, boundsOf, pageOf } from '../requests/page';
import { type Refusal, isRefusal, refuse } from '../requests/refusal';
import { restructure } from '../structures/restructure';
import type { EditionRow } from '../submissions/editions.store';
import type { PointPartRow, PointQuery } from './explanations.store';
import { formulaWords, workedWords } from './formula-words';

export interface PointAsked extends Omit<SeriesAsked, 'indicators' | 'from' | 'to' | 'page'> {
  readonly indicator: string;
  readonly year: number;
  readonly group: string | null;
  /** Of the series the point belongs to. */
  readonly years: { readonly from: number; readonly to: number };
  readonly first: number;
  readonly after: string | null;
}

export interface ContributorRow {
  readonly indicator: Indicator;
  readonly agencyId: string;
  readonly editionId: string;
  readonly form: FormId;
  readonly numerator: string;
  readonly denominator: string | null;
}

export interface LeftOutRow {
  readonly agencyId: string;
  readonly editionId: string | null;
  readonly why: 'no_report' | 'not_comparable' | Exclude<CellState, 'number'>;
}

export interface ExplanationRow {
  readonly indicator: Indicator;
  readonly group: SeriesPoint['group'];
  readonly point: SeriesPoint;
  readonly formula: Words;
  readonly worked: Words | null;
  readonly contributors: Page<ContributorRow> & { readonly hidden: number };
  readonly leftOut: Page<LeftOutRow>;
}

/** Explains a number: who is in it with which part, and who is not and why. The parts add up to it exactly, or some of them are hidden and counted. */
@Injectable()
export class ExplanationsService {
  constructor(
    private readonly database: Database,
    private readonly indicators: IndicatorsService,
  ) {}

  async explain(caller: Caller, asked: PointAsked): Promise<ExplanationRow | Refusal> {
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
    const { reported, leftOut } = point.coverage;
    return this.database.read(caller, async (stores) => {
      const agencyIds = await restructuredAgencies(stores, asked);
      if (isRefusal(agencyIds)) return agencyIds;
      const series = { ...ofYear, questions: [question], ...(agencyIds === null ? {} : { agencyIds }) };
      const query = { series, group: byCells ? '' : (group ?? ''), restructured: agencyIds !== null, forms: point.forms };
      return {
        indicator,
        group: row.group,
        point,
        formula: formulaWords(indicator, point),
        worked: workedWords(point, reported - leftOut),
        contributors: await contributorsOf(stores, query, indicator, { ...boundsOf(asked), counted: reported - leftOut }),
        leftOut: await leftOutOf(stores, query, indicator, boundsOf(asked)),
      };
    });
  }
}

/** The agencies whose reports of the year are in the group by another structure than that of the reports; null where that is asked. */
async function restructuredAgencies(stores: Stores, asked: PointAsked): Promise<readonly string[] | null | Refusal> {
  const { view = 'as_reported', groupBy, year, years, group } = asked;
  if (view === 'as_reported' || (groupBy !== 'none' && groupBy !== 'region' && groupBy !== 'agency')) return null;
  const structured = await restructure(stores, { ...asked, ...years, view, groupBy, positions: [] });
  if (isRefusal(structured)) return structured;
  return structured.reports.filter((one) => one.year === year && one.key === (group ?? '')).map(({ agencyId }) => agencyId);
}

async function contributorsOf(
  { explanations }: Stores,
  query: PointQuery,
  indicator: Indicator,
  { counted, ...page }: PageBounds & { readonly counted: number },
): Promise<ExplanationRow['contributors']> {
  const rows = await explanations.parts(query, true, page);
  const total = rows[0]?.total ?? (await explanations.count(query, true));
  return {
    ...pageOf(
      rows.map((row) => contributorOf(row, indicator)),
      total,
      page,
    ),
    hidden: counted - total,
  };
}

function contributorOf({ agencyId, editionId, form, numerator, denominator }: PointPartRow, indicator: Indicator): ContributorRow {
  if (editionId === null || form === null || numerator === null) throw new Error('a contributor without a part');
  const unit = indicator.unit === 'share' ? 'request' : indicator.unit;
  return {
    indicator,
    agencyId,
    editionId,
    form,
    numerator: printFigure(BigInt(numerator), unit),
    denominator: denominator === null || indicator.additivity !== 'ratio' ? null : printFigure(BigInt(denominator), unit),
  };
}

async function leftOutOf(
  { explanations, editions }: Stores,
  query: PointQuery,
  indicator: Indicator,
  page: PageBounds,
): Promise<Page<LeftOutRow>> {
  const rows = await explanations.parts(query, false, page);
  const total = rows[0]?.total ?? (await explanations.count(query, false));
  const held = new Map((await editions.editions(rows.flatMap(({ editionId }) => editionId ?? []))).map((edition) => [edition.id, edition]));
  const items = rows.map(({ agencyId, editionId, form }): LeftOutRow => {
    const edition = editionId === null ? undefined : held.get(editionId);
    return { agencyId, editionId, why: edition === undefined || form === null ? 'no_report' : absenceIn(edition, indicator, form) };
  });
  return pageOf(items, total, page);
}

/** The first needed cell that holds no figure says why; where all hold one, the form counts something else. */
function absenceIn(edition: EditionRow, { terms }: Indicator, form: FormId): LeftOutRow['why'] {
  const needed = terms[form];
  if (needed === undefined) return 'not_in_form';
  const absent = [...needed.of, ...needed.over].map(cellOf).find(({ position }) => (edition.figures[position - 1] ?? null) === null);
  if (absent === undefined) return 'not_comparable';
  const state = edition.states[String(absent.position)] ?? 'not_in_form';
  if (state === 'number') throw new Error(`a number without a figure in edition ${edition.id}`);
  return state;
}
