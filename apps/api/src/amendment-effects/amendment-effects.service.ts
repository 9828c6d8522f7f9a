import { Injectable } from '@nestjs/common';
import { INDICATORS } from '@gongkai/catalogue';
import { type Effect, type Question, type SeriesQuery, effectOf, ownEffectOf } from '@gongkai/indicators';
import { type Indicator } from '@gongkai/model';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';
import type { DraftResult } from '../drafts/draft-result';
import { reportOfDraft } from '../drafts/report-of-draft';
import { RolledSeriesStore } from '../indicators/rolled-series.store';
import { queryOf } from '../indicators/series-asked';
import { isWhole, contentOf, totalsOf } from '../reports/edition-content';
import { isRefusal } from '../requests/refusal';
import { AmendmentEffectsStore } from './amendment-effects.store';

const QUESTIONS: readonly Question[] = INDICATORS.map((indicator) => ({ indicator, key: null, terms: indicator.terms }));

/** One value that would change; `regionId` null: the agency's own. */
export interface SeriesEffectRow extends Omit<Effect, 'question'> {
  readonly regionId: string | null;
  readonly indicator: Indicator;
}

/** What the published series would say otherwise, were a draft published in the place of what stands. */
@Injectable()
export class AmendmentEffectsService {
  constructor(private readonly database: Database) {}

  /** Null where nothing of the year is published, or the draft cannot be filed as it is. */
  async effectsOf(caller: Caller, draft: DraftResult): Promise<readonly SeriesEffectRow[] | null> {
    const report = reportOfDraft(draft);
    if (isRefusal(report) || !isWhole(report)) return null;
    const { reportId, year } = draft;
    const content = contentOf(report, totalsOf(report));
    return this.database.read(caller, { amendments: AmendmentEffectsStore, rolledSeries: RolledSeriesStore }, async (stores) => {
      const was = await stores.amendments.published(reportId);
      if (was === null) return null;
      const replacement = { was, becomes: await stores.amendments.partsOf(content) };
      const effects = [...ownEffectOf(QUESTIONS, year, replacement).map(rowOf(null))];
      for (const regionId of await stores.amendments.regions(reportId)) {
        const query = queryOver(regionId, year);
        const standing = await stores.rolledSeries.series(query);
        const [coverage] = standing?.coverage ?? [];
        if (standing === null || coverage === undefined) throw new Error(`region ${regionId} has no sums of ${year}`);
        effects.push(...effectOf(query.questions, { sums: standing.sums, coverage }, replacement).map(rowOf(regionId)));
      }
      return effects;
    });
  }
}

const rowOf =
  (regionId: string | null) =>
  ({ question, before, after }: Effect): SeriesEffectRow => ({ regionId, indicator: question.indicator, before, after });

/** All indicators of one year, as the dashboards ask them first. */
function queryOver(regionId: string, year: number): SeriesQuery {
  const scope = { regionId, agencyId: null };
  const indicators = INDICATORS.map(({ code }) => code);
  const query = queryOf({ ...scope, indicators, from: year, to: year, groupBy: 'none', state: 'published' });
  if (isRefusal(query)) throw new Error(`all indicators of ${year} cannot be asked together: ${query.code}`);
  return query;
}
