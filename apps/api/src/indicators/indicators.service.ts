import { Inject, Injectable } from '@nestjs/common';
import { INDICATORS } from '@gongkai/catalogue';
import type { Indicator } from '@gongkai/model';
import type { Config } from '../config';
import { CONFIG } from '../config-token';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';
import { type Refusal, isRefusal } from '../requests/refusal';
import { type SeriesAsked, queryOf, refuseScope } from './series-asked';
import { type SeriesRow, seriesOf } from './series-of';

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
    return this.database.read(caller, async (stores) => {
      const outOfScope = await refuseScope(stores, caller, query);
      if (outOfScope !== null) return outOfScope;
      const { indicators } = stores;
      const over = asked.panel ?? 'all_reporters';
      return seriesOf(query, asked, {
        sums: await indicators.sums(query),
        coverage: await indicators.coverage(query),
        restated: query.edition === 'latest' ? await indicators.restated(query) : [],
        panel: { over, rows: over === 'constant' ? await indicators.panel(query) : [] },
        smallBelow: this.config.smallBelow,
      });
    });
  }
}
