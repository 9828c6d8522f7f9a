import { Injectable } from '@nestjs/common';
import { type SeriesAsked, formsThatSpeak, isByCells } from '@gongkai/indicators';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';
import { OrganisationsStore } from '../organisations/organisations.store';
import { type Page, pageOf } from '../requests/page';
import { type Refusal, isRefusal, refuse } from '../requests/refusal';
import { IndicatorsService } from './indicators.service';
import { PointAgenciesStore, type PointAgencyRow, type PointPart } from './point-agencies.store';
import { queryOf, refuseScope } from './series-asked';

export interface PointAgenciesAsked extends Omit<SeriesAsked, 'indicators' | 'from' | 'to'> {
  readonly indicator: string;
  readonly year: number;
  /** Key of a group of the series; null where it is not parted. */
  readonly group: string | null;
  readonly part: PointPart;
  readonly first: number;
  readonly after: string | null;
}

/** Who stands behind a figure, and who does not. */
@Injectable()
export class PointAgenciesService {
  constructor(
    private readonly database: Database,
    private readonly indicators: IndicatorsService,
  ) {}

  /** A part of a point by name, a page at a time; the numbers are those of the point's coverage. */
  async agencies(caller: Caller, asked: PointAgenciesAsked): Promise<Page<PointAgencyRow> | Refusal> {
    const { indicator, year, group, part, first, after } = asked;
    const offset = after === null ? 0 : Number(after);
    if ((asked.groupBy === 'none') !== (group === null) || first < 1 || first > 500 || !Number.isSafeInteger(offset) || offset < 0) {
      return refuse('BAD_REQUEST', { zh: '分组或分页参数有误。', en: 'The group or the page is not understood.' });
    }
    const series = { ...asked, indicators: [indicator], from: year - 1, to: year };
    const page = await this.indicators.series(caller, series);
    if (isRefusal(page)) return page;
    const query = queryOf(series);
    if (isRefusal(query)) return query;
    const row = page.series.find((one) => group === null || one.group?.key === group);
    const [before, now] = row === undefined ? [] : row.points.map((point) => formsThatSpeak(row.indicator, point.forms));
    return this.database.read(caller, { pointAgencies: PointAgenciesStore, organisations: OrganisationsStore }, async (stores) => {
      const outOfScope = await refuseScope(stores, caller, query);
      if (outOfScope !== null) return outOfScope;
      const { items, total } = await stores.pointAgencies.agencies({
        series: { ...query, questions: query.questions.filter(({ key }) => key === null || key === group) },
        groupKey: group === null || isByCells(query.groupBy) ? '' : group,
        part,
        forms: now ?? [],
        formsBefore: before ?? [],
        limit: first,
        offset,
      });
      return pageOf(items, total, { offset });
    });
  }
}
