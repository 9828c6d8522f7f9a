import { Inject, Injectable } from '@nestjs/common';
import { INDICATORS } from '@gongkai/catalogue';
import { seriesTable, writeCsv } from '@gongkai/exports';
import { z } from 'zod';
import { CLOCK, type Clock } from '../config-token';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';
import { IndicatorsService } from '../indicators/indicators.service';
import { type Refusal, isRefusal, refuse } from '../requests/refusal';

const asked = z.object({
  indicators: z.string().min(1),
  region: z.string().optional(),
  agency: z.string().optional(),
  from: z.coerce.number().int(),
  to: z.coerce.number().int(),
  group_by: z.enum(['none', 'region', 'agency_kind', 'agency']).default('none'),
  state: z.enum(['published', 'accepted']).default('published'),
});

export interface ExportFile {
  readonly name: string;
  readonly text: AsyncIterable<string>;
}

/** Files for analysts, written as they are sent. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly indicators: IndicatorsService,
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `indicators` is a list parted by commas; the years count both ends. */
  async seriesFile(caller: Caller, query: Record<string, unknown>): Promise<ExportFile | Refusal> {
    const parsed = asked.safeParse(query);
    if (!parsed.success) {
      const wrong = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
      return refuse('BAD_REQUEST', { zh: `参数有误：${wrong}。`, en: `Wrong parameters: ${wrong}.` });
    }
    const { indicators, region, agency, from, to, group_by: groupBy, state } = parsed.data;
    const scope = { regionId: region ?? null, agencyId: agency ?? null };
    const series = await this.indicators.series(caller, { indicators: indicators.split(','), ...scope, from, to, groupBy, state });
    if (isRefusal(series)) return series;
    const name = await this.scopeName(caller, scope);
    const origin = { indicators: INDICATORS, counted: state, generatedAt: this.clock().toISOString(), scope: name };
    const table = seriesTable(
      series.flatMap((row) => row.points),
      origin,
    );
    // What is public is public; who exports under a name is written down.
    if (caller.kind === 'account') await this.database.write(caller, ({ audit }) => audit.note('exports.series', null, query));
    return { name: `${name}_政府信息公开_${indicators.split(',')[0]}_${from}-${to}.csv`, text: writeCsv(table) };
  }

  private async scopeName(
    caller: Caller,
    { regionId, agencyId }: { readonly regionId: string | null; readonly agencyId: string | null },
  ): Promise<string> {
    const places = await this.database.read(caller, async ({ organisations }) => [
      ...(regionId === null ? [] : await organisations.regions([regionId])),
      ...(agencyId === null ? [] : await organisations.agencies([agencyId])),
    ]);
    return places.map((place) => place.name).join('');
  }
}
