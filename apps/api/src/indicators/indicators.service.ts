import { Inject, Injectable } from '@nestjs/common';
import { INDICATORS } from '@gongkai/catalogue';
import { type Answers, type SeriesAsked, type SeriesQuery, type SeriesRow, type StructureView, seriesOf } from '@gongkai/indicators';
import type { Indicator, Panel } from '@gongkai/model';
import type { Config } from '../config';
import { CONFIG } from '../config-token';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';
import type { StoresOf } from '../database/named-stores';
import { isId } from '../requests/is-id';
import { type Refusal, isRefusal } from '../requests/refusal';
import { markChanges } from '../structures/mark-changes';
import { RESTRUCTURING, restructure } from '../structures/restructure';
import { IndicatorsStore } from './indicators.store';
import { RolledSeriesStore, isRolledUp } from './rolled-series.store';
import { queryOf, refuseScope } from './series-asked';
import { refuseCost } from './series-cost';

export interface SeriesPage {
  readonly series: readonly SeriesRow[];
  /** Groups there are. */
  readonly total: number;
  readonly after: string | null;
}

/** What may be shown, and what it adds up to. */
@Injectable()
export class IndicatorsService {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  all(): readonly Indicator[] {
    return INDICATORS;
  }

  /** Series of indicators over a region or of one agency. Refused: unknown names, too long lists, sums without meaning, what the caller may not see. */
  async series(caller: Caller, asked: SeriesAsked): Promise<SeriesPage | Refusal> {
    const query = queryOf(asked);
    if (isRefusal(query)) return query;
    const rolled = await this.rolled(query, asked);
    if (rolled !== null) return rolled;
    return this.database.read(
      caller,
      { indicators: IndicatorsStore, rolledSeries: RolledSeriesStore, ...RESTRUCTURING },
      async (stores) => {
        const outOfScope = await refuseScope(stores, caller, query);
        const tooMuch = outOfScope ?? (await refuseCost(stores, caller, query));
        if (tooMuch !== null) return tooMuch;
        const view = asked.view ?? 'as_reported';
        const answers = view === 'as_reported' ? await reported(stores, query, asked.panel) : await structured(stores, query, view);
        if (isRefusal(answers)) return answers;
        const page = seriesOf(query, asked, { ...answers, smallBelow: this.config.smallBelow });
        return { ...page, series: await markChanges(stores, view, page.series, answers.members ?? membersOf(query, page.series)) };
      },
    );
  }

  /** The common case, by one statement of the public; null where the question is another. */
  private async rolled(query: SeriesQuery, asked: SeriesAsked): Promise<SeriesPage | null> {
    const isPlain = asked.panel !== 'constant' && (asked.view ?? 'as_reported') === 'as_reported';
    if (!isPlain || query.state !== 'published' || !isRolledUp(query) || query.regionId === null || !isId(query.regionId)) return null;
    const answers = await this.database.readPublic({ rolledSeries: RolledSeriesStore }, ({ rolledSeries }) => rolledSeries.series(query));
    if (answers === null) return null;
    const { sums, coverage, restated } = answers;
    const panel = { over: 'all_reporters', rows: [] } as const;
    return seriesOf(query, asked, { sums, coverage, restated: restated ?? [], panel, smallBelow: this.config.smallBelow });
  }
}

type Answered = Omit<Answers, 'smallBelow'> & { readonly members?: ReadonlyMap<string, readonly string[]> };

/** From what is added up along, where that holds the answer. */
async function reported(
  { indicators, rolledSeries }: { readonly indicators: IndicatorsStore; readonly rolledSeries: RolledSeriesStore },
  query: SeriesQuery,
  over: Panel = 'all_reporters',
): Promise<Answered> {
  const rolled = isRolledUp(query) ? await rolledSeries.series(query) : null;
  return {
    sums: rolled === null ? await indicators.sums(query) : rolled.sums,
    coverage: rolled === null ? await indicators.coverage(query) : rolled.coverage,
    restated: query.edition === 'first_published' ? [] : (rolled?.restated ?? (await indicators.restated(query))),
    panel: { over, rows: over === 'constant' ? await indicators.panel(query) : [] },
  };
}

/** By another structure than that of the reports. What was restated and the constant panel are told of the reports alone. */
async function structured(
  stores: StoresOf<typeof RESTRUCTURING>,
  query: SeriesQuery,
  view: Exclude<StructureView, 'as_reported'>,
): Promise<Answered | Refusal> {
  const positions = query.questions.map(({ indicator }) => indicator.position);
  const answers = await restructure(stores, { ...query, view, positions });
  if (isRefusal(answers)) return answers;
  const { sums, coverage, members } = answers;
  const told = query.groupBy === 'agency' || query.agencyId !== null;
  return { sums, coverage, members: told ? members : new Map(), restated: [], panel: { over: 'all_reporters', rows: [] } };
}

/** The agencies whose changes are told: those that are groups, or the one asked for. */
function membersOf({ agencyId, groupBy }: SeriesQuery, series: readonly SeriesRow[]): ReadonlyMap<string, readonly string[]> {
  if (agencyId !== null) return new Map(series.map(({ group }) => [group === null ? '' : group.key, [agencyId]]));
  return new Map(groupBy === 'agency' ? series.flatMap(({ group }) => (group === null ? [] : [[group.key, [group.key]] as const])) : []);
}
