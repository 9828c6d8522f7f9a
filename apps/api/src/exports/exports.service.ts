import { Inject, Injectable } from '@nestjs/common';
import { INDICATORS } from '@gongkai/catalogue';
import { type CsvTable, seriesSheet, seriesTable, writeCsv } from '@gongkai/exports';
import { AGENCY_KINDS } from '@gongkai/model';
import { z } from 'zod';
import { AuditStore } from '../audit/audit.store';
import { CLOCK, type Clock } from '../config-token';
import type { SeriesAsked } from '@gongkai/indicators';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';
import { IndicatorsService } from '../indicators/indicators.service';
import { OrganisationsStore } from '../organisations/organisations.store';
import { type Refusal, isRefusal, refuse } from '../requests/refusal';
import { wordsOfQuery } from './words-of-query';
import { Workbooks } from './workbooks';

const list = z
  .string()
  .min(1)
  .transform((text) => text.split(','));

/** The arguments of the series, in the words of a query string; lists are parted by commas. */
const asked = z.strictObject({
  indicators: list,
  region: z.string().optional(),
  agency: z.string().optional(),
  from: z.coerce.number().int(),
  to: z.coerce.number().int(),
  group_by: z.enum(['none', 'region', 'agency_kind', 'agency', 'system', 'applicant', 'outcome', 'outcome_group']).default('none'),
  level: z.enum(['nation', 'province', 'prefecture', 'county', 'township', 'functional_zone']).optional(),
  state: z.enum(['published', 'accepted']).default('published'),
  edition: z.enum(['latest', 'first_published']).default('latest'),
  as_of: z.iso.datetime({ offset: true }).optional(),
  view: z.enum(['as_reported', 'today', 'constant']).default('as_reported'),
  panel: z.enum(['all_reporters', 'constant']).default('all_reporters'),
  kinds: list.pipe(z.array(z.enum(AGENCY_KINDS))).optional(),
  regions: list.optional(),
  agencies: list.optional(),
  systems: list.optional(),
  applicants: list.optional(),
  outcomes: list.optional(),
});

/** How the figures are parted, chosen and held against each other. */
function partingOf(query: z.infer<typeof asked>): Pick<SeriesAsked, 'groupBy' | 'level' | 'panel' | 'view' | 'filter'> {
  const {
    group_by: groupBy,
    level = null,
    panel,
    view,
    kinds = null,
    regions = null,
    agencies = null,
    systems = null,
    applicants = null,
    outcomes = null,
  } = query;
  return { groupBy, level, panel, view, filter: { kinds, regionIds: regions, agencyIds: agencies, systems, applicants, outcomes } };
}

/** What was chosen of the whole, in the words of the query. */
function filterOf({ kinds, regions, agencies, systems, applicants, outcomes }: z.infer<typeof asked>): string | null {
  const chosen = Object.entries({ kinds, regions, agencies, systems, applicants, outcomes });
  const said = chosen.flatMap(([name, values]) => (values === undefined ? [] : [`${name}=${values.join(',')}`]));
  return said.length === 0 ? null : said.join(' ');
}

/** The parameters an issue speaks of: the one that is wrong, or those nobody knows. */
function namesIn(issue: z.core.$ZodIssue): readonly string[] {
  return issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.')];
}

export type SeriesFormat = 'csv' | 'xlsx';

export interface ExportFile {
  readonly name: string;
  readonly content: AsyncIterable<string> | Uint8Array;
}

/** Files for analysts, written as they are sent. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly indicators: IndicatorsService,
    private readonly database: Database,
    private readonly workbooks: Workbooks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The years count both ends. */
  async seriesFile(
    caller: Caller,
    query: Record<string, unknown>,
    format: SeriesFormat,
    signal: AbortSignal,
  ): Promise<ExportFile | Refusal> {
    const { said, wrong: twice } = wordsOfQuery(query);
    const parsed = asked.safeParse(said);
    if (!parsed.success || twice.length > 0) {
      const wrong = [...twice, ...(parsed.error?.issues ?? []).flatMap(namesIn)].join(', ');
      return refuse('BAD_REQUEST', { zh: `参数有误：${wrong}。`, en: `Wrong parameters: ${wrong}.` });
    }
    if (format === 'csv') return await this.seriesAsked(caller, parsed.data, format, (table) => writeCsv(table));
    return await this.workbooks.inTurn(caller, signal, (write) =>
      this.seriesAsked(caller, parsed.data, format, (table) => write(seriesSheet('数据', table))),
    );
  }

  private async seriesAsked(
    caller: Caller,
    query: z.infer<typeof asked>,
    format: SeriesFormat,
    written: (table: CsvTable) => ExportFile['content'] | Promise<Uint8Array>,
  ): Promise<ExportFile | Refusal> {
    const { indicators, from, to, state, edition, view, as_of: asOf = null } = query;
    const scope = { regionId: query.region ?? null, agencyId: query.agency ?? null };
    const page = await this.indicators.series(caller, { ...scope, indicators, from, to, state, edition, asOf, ...partingOf(query) });
    if (isRefusal(page)) return page;
    const name = await this.scopeName(caller, scope);
    const chosen = { counted: state, edition, asOf, view, filter: filterOf(query) };
    const origin = { ...chosen, indicators: INDICATORS, generatedAt: this.clock().toISOString(), scope: name };
    const table = seriesTable(
      page.series.flatMap((row) => row.points),
      origin,
    );
    // What is public is public; who exports under a name is written down.
    if (caller.kind === 'account')
      await this.database.write(caller, { audit: AuditStore }, ({ audit }) => audit.note('exports.series', null, query));
    return {
      name: `${name}_政府信息公开_${indicators[0]}_${from}-${to}.${format}`,
      content: await written(table),
    };
  }

  private async scopeName(
    caller: Caller,
    { regionId, agencyId }: { readonly regionId: string | null; readonly agencyId: string | null },
  ): Promise<string> {
    const places = await this.database.read(caller, { organisations: OrganisationsStore }, async ({ organisations }) => [
      ...(regionId === null ? [] : await organisations.regions([regionId])),
      ...(agencyId === null ? [] : await organisations.agencies([agencyId])),
    ]);
    return places.map((place) => place.name).join('');
  }
}
