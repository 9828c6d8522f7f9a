import path from 'node:path';
import fc from 'fast-check';
import { CELLS, FORMS, INDICATORS } from '@gongkai/catalogue';
import { type Indicator, OWN_LEVEL, SUMMED_KINDS, printFigure, readFigure } from '@gongkai/model';
import { type FreshDatabase, WORKSPACE, freshDatabase } from './support/fresh-database';
import { type RunningServer, startServer } from './support/running-server';
import { type PointSeen, type SeriesRequest, type SeriesSeen, seriesRows } from './support/series';

/** Of the demo city what a filing clerk would write down of it: who owes, who filed what, and what was published. */
interface City {
  readonly regions: readonly { readonly key: string; readonly name: string; readonly level: string; readonly parentKey: string | null }[];
  readonly agencies: readonly { readonly key: string; readonly name: string; readonly kind: string; readonly regionKey: string }[];
  readonly filings: readonly Filing[];
}
interface Filing {
  readonly agencyKey: string;
  readonly year: number;
  readonly dueOn: string;
  readonly obliged: boolean;
  readonly acts: readonly { readonly act: string; readonly at: string; readonly report?: Report }[];
}
interface Report {
  readonly formS2: string;
  readonly formS3: string;
  readonly cells: readonly { readonly cell: string; readonly text: string }[];
}

// As it is built: the one place where the figures come from, read by nothing that adds them up.
const { buildDemoCity } = require(path.join(WORKSPACE, 'apps/api/dist/demo')) as { buildDemoCity: () => City };
const city = buildDemoCity();
const YEARS = { from: 2019, to: 2025 };
const years = Array.from({ length: 7 }, (_, at) => YEARS.from + at);

const regionsAbove = (key: string | null): readonly string[] =>
  key === null ? [] : [key, ...regionsAbove(city.regions.find((region) => region.key === key)!.parentKey)];
const agencyOf = (key: string) => city.agencies.find((agency) => agency.key === key)!;

/** The report that was last published. */
function publishedOf({ acts }: Filing): Report | null {
  let sent: Report | null = null;
  let published: Report | null = null;
  for (const { act, report } of acts) {
    if (act === 'submit') sent = report!;
    if (act === 'publish') published = sent;
  }
  return published;
}

const units = new Map<string, (typeof CELLS)[number]['unit']>(CELLS.map(({ id, unit }) => [id, unit]));
const texts = new WeakMap<Report, ReadonlyMap<string, string>>();
function amount(report: Report, cell: string): bigint | null {
  const held = texts.get(report) ?? new Map(report.cells.map(({ cell: id, text }) => [id, text]));
  texts.set(report, held);
  const text = held.get(cell);
  return text === undefined ? null : readFigure(text, units.get(cell)!);
}

const addUp = (amounts: readonly (bigint | null)[]): bigint | null =>
  amounts.every((each) => each !== null) ? amounts.reduce<bigint>((sum, each) => sum + each!, 0n) : null;

/** What one report makes of an indicator: nothing, where a cell it needs is absent. */
function madeBy(report: Report, { section, terms }: Indicator): { readonly of: bigint; readonly over: bigint | null } | null {
  const term = terms[(section === 's2' ? report.formS2 : report.formS3) as keyof typeof terms];
  if (term === undefined) return null;
  const of = addUp(term.of.map((cell) => amount(report, cell)));
  const over = addUp(term.over.map((cell) => amount(report, cell)));
  return of === null || over === null ? null : { of, over: term.over.length === 0 ? null : over };
}

type Expected = Pick<PointSeen, 'year' | 'value' | 'numerator' | 'denominator'> & {
  readonly coverage: Pick<PointSeen['coverage'], 'expected' | 'reported' | 'late' | 'missing' | 'leftOut'>;
};

function expectedOf(indicator: Indicator, filings: readonly Filing[], year: number): Expected {
  const due = filings.filter((filing) => filing.year === year);
  const owed = due.filter((filing) => filing.obliged || publishedOf(filing) !== null);
  const reports = due.map(publishedOf).filter((report) => report !== null);
  const made = reports.map((report) => madeBy(report, indicator)).filter((each) => each !== null);
  const of = made.reduce((sum, each) => sum + each.of, 0n);
  const isShare = indicator.unit === 'share';
  const over = made.reduce((sum, each) => sum + (each.over === null ? 0n : each.over), 0n);
  const whole = isShare ? null : printFigure(of, indicator.unit as Exclude<Indicator['unit'], 'share'>);
  const late = due.filter((filing) => filing.obliged && publishedOf(filing) !== null && filing.acts[0]!.at.slice(0, 10) > filing.dueOn);
  return {
    year,
    value: made.length === 0 ? null : isShare ? (over === 0n ? null : (Number(of) / Number(over)).toFixed(6)) : whole,
    numerator: made.length === 0 ? null : isShare ? of.toString() : whole,
    denominator: made.length === 0 || !isShare ? null : over.toString(),
    coverage: {
      expected: owed.length,
      reported: reports.length,
      late: late.length,
      missing: owed.length - reports.length,
      leftOut: reports.length - made.length,
    },
  };
}

const seen = ({ year, value, numerator, denominator, coverage }: PointSeen): Expected => {
  const { expected, reported, late, missing, leftOut } = coverage;
  return { year, value, numerator, denominator, coverage: { expected, reported, late, missing, leftOut } };
};

describe('every indicator of the demo city, worked out anew from the reports', () => {
  let database: FreshDatabase;
  let server: RunningServer;
  const ids: { region: Map<string, string>; agency: Map<string, string> } = { region: new Map(), agency: new Map() };

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    server = await startServer(database.url);
    for (const kind of ['region', 'agency'] as const) {
      const plural = kind === 'region' ? 'regions' : 'agencies';
      const { rows } = await database.owner.query<{ id: string; name: string }>(
        `SELECT ${kind}_id::text AS id, name FROM current_${plural}`,
      );
      for (const one of city[plural]) ids[kind].set(one.key, rows.find(({ name }) => name === one.name)!.id);
    }
  }, 300_000);
  afterAll(async () => {
    await server.stop();
    await database.drop();
  });

  const all = INDICATORS.map(({ code }) => code);
  const ask = (more: Partial<SeriesRequest>): Promise<readonly SeriesSeen[]> =>
    seriesRows(server, { indicators: all, scope: { regionId: ids.region.get('yl')! }, years: YEARS, ...more });
  const summed = (filing: Filing): boolean => filing.obliged && SUMMED_KINDS.includes(agencyOf(filing.agencyKey).kind as never);
  const below = (key: string): readonly Filing[] =>
    city.filings.filter((filing) => summed(filing) && regionsAbove(agencyOf(filing.agencyKey).regionKey).includes(key));
  const holds = (rows: readonly SeriesSeen[], filings: readonly Filing[]): void => {
    for (const indicator of INDICATORS) {
      const { points } = rows.find((row) => row.indicator.code === indicator.code)!;
      expect([indicator.code, points.map(seen)]).toEqual([indicator.code, years.map((year) => expectedOf(indicator, filings, year))]);
    }
  };

  it('holds in every region, at every level', async () => {
    for (const { key } of city.regions) holds(await ask({ scope: { regionId: ids.region.get(key)! } }), below(key));
  }, 120_000);

  it('holds for every agency by itself, a combined report and a vertical organ too', async () => {
    for (const { key } of city.agencies) {
      const own = city.filings.filter(({ agencyKey }) => agencyKey === key);
      holds(await ask({ scope: { agencyId: ids.agency.get(key)! } }), own);
    }
  }, 120_000);

  it.each([
    ['by county', { groupBy: 'region' }],
    ['by township', { groupBy: 'region', level: 'township' }],
    ['by kind', { groupBy: 'agency_kind' }],
    ['by agency', { groupBy: 'agency' }],
  ] as const)(
    'adds up to the same %s',
    async (_, parting) => {
      const flows = INDICATORS.filter(({ additivity }) => additivity !== 'ratio');
      const asked = { indicators: flows.map(({ code }) => code) };
      const whole = await ask(asked);
      const parts = await ask({ ...asked, ...parting });
      for (const indicator of flows) {
        const unit = indicator.unit as Exclude<Indicator['unit'], 'share'>;
        years.forEach((year, at) => {
          const own = parts.filter((row) => row.indicator.code === indicator.code).map(({ points }) => points[at]!);
          const values = own.flatMap(({ value }) => (value === null ? [] : [readFigure(value, unit)!]));
          const sum =
            values.length === 0
              ? null
              : printFigure(
                  values.reduce((total, value) => total + value, 0n),
                  unit,
                );
          const { value, coverage } = whole.find((row) => row.indicator.code === indicator.code)!.points[at]!;
          expect([indicator.code, year, sum]).toEqual([indicator.code, year, value]);
          expect(own.reduce((total, { coverage: part }) => total + part.expected, 0)).toBe(coverage.expected);
        });
      }
    },
    120_000,
  );

  it('names the parts of a level by the regions of that level, and what stands above them by the own level of the one it belongs to', async () => {
    const named = async (level: string): Promise<readonly string[]> =>
      (await ask({ indicators: ['new_received'], groupBy: 'region', level })).map(({ group }) => group!.name).sort();
    const names = (levels: readonly string[], own = ''): readonly string[] =>
      city.regions.filter(({ level }) => levels.includes(level)).map(({ name }) => name + own);
    const parts = (level: readonly string[], above: readonly string[]): readonly string[] =>
      [...names(level), ...names(above, OWN_LEVEL)].sort();
    expect(await named('county')).toEqual(parts(['county', 'functional_zone'], ['prefecture']));
    expect(await named('township')).toEqual(parts(['township'], ['prefecture', 'county', 'functional_zone']));
  });

  it('parts requests by applicant and by outcome as the cells say, and to the same total', async () => {
    const filings = below('yl');
    for (const [groupBy, indicator] of [
      ['applicant', 'new_received'],
      ['outcome', 'total_processed'],
      ['outcome_group', 'total_processed'],
    ] as const) {
      const parts = await ask({ indicators: [indicator], groupBy });
      const [whole] = await ask({ indicators: [indicator] });
      years.forEach((year, at) => {
        const sum = parts.flatMap(({ points }) => points[at]!.value ?? []).reduce((total, value) => total + Number(value), 0);
        expect([groupBy, year, sum]).toEqual([groupBy, year, Number(whole!.points[at]!.value)]);
      });
    }
    const requests = FORMS.at(-1)!.grids.find(({ section }) => section === 's3')!;
    const applicants = await ask({ indicators: ['granted'], groupBy: 'applicant' });
    expect(applicants.map(({ group }) => group!.key)).toEqual(requests.columns.filter(({ computed }) => !computed).map(({ code }) => code));
    for (const { group, points } of applicants) {
      const plain = (year: number): bigint =>
        filings
          .filter((filing) => filing.year === year)
          .flatMap((filing) => publishedOf(filing) ?? [])
          .flatMap((report) => amount(report, `s3/granted/${group!.key}`) ?? [])
          .reduce((total, each) => total + each, 0n);
      expect(points.map(({ value }) => value)).toEqual(years.map((year) => plain(year).toString()));
    }
  });

  it('never counts more than all, whatever is asked', async () => {
    const some = <Item>(items: readonly Item[]) => fc.constantFrom(...items);
    const question = fc.record({
      region: some([...ids.region.values()]),
      indicator: some(all),
      groupBy: some(['none', 'region', 'agency_kind', 'agency']),
      level: some([undefined, 'county', 'township']),
      edition: some(['latest', 'first_published']),
      kinds: fc.option(fc.subarray([...SUMMED_KINDS], { minLength: 1 }), { nil: undefined }),
      day: fc.option(fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2026, 11) }), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(question, async ({ region, indicator, kinds, day, ...rest }) => {
        const rows = await ask({
          ...rest,
          indicators: [indicator],
          scope: { regionId: region },
          ...(kinds === undefined ? {} : { filter: { kinds } }),
          ...(day === undefined ? {} : { asOf: new Date(day).toISOString() }),
        } as Partial<SeriesRequest>);
        for (const { coverage, value } of rows.flatMap(({ points }) => points)) {
          const { expected, reported, late, missing, leftOut, leftOutBlank, leftOutForm } = coverage;
          expect([reported + missing, leftOutBlank + leftOutForm]).toEqual([expected, leftOut]);
          for (const part of [reported, late, missing, leftOut, leftOutBlank, leftOutForm]) expect(part).toBeGreaterThanOrEqual(0);
          expect(leftOut <= reported && late <= reported).toBe(true);
          if (value !== null) expect(reported - leftOut).toBeGreaterThan(0);
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
