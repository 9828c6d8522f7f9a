import { INDICATORS, cellOf } from '@gongkai/catalogue';
import { type Indicator, SUMMED_KINDS, readFigure } from '@gongkai/model';
import { type PageSeen, demoCityServer, total } from './support/demo-city-server';
import { series } from './support/filing';
import { seriesRows } from './support/series';

interface PointSeen {
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly forms: readonly string[];
  readonly coverage: { readonly expected: number; readonly reported: number; readonly missing: number; readonly leftOut: number };
}

interface CellValueSeen {
  readonly cell: string;
  readonly amount: string | null;
  readonly raw: string;
  readonly place: { readonly table: number | null; readonly row: number | null } | null;
}

interface ExplanationSeen {
  readonly __typename: string;
  readonly code?: string;
  readonly group: { readonly key: string; readonly name: string } | null;
  readonly point: PointSeen;
  readonly formula: { readonly zh: string };
  readonly worked: { readonly zh: string } | null;
  readonly contributors: PageSeen<{
    readonly agency: { readonly id: string };
    readonly edition: { readonly document: { readonly path: string } | null };
    readonly numerator: string;
    readonly denominator: string | null;
    readonly cells: readonly CellValueSeen[];
    readonly denominatorCells: readonly CellValueSeen[];
  }> & { readonly hidden: number };
  readonly leftOut: PageSeen<{ readonly agency: { readonly name: string }; readonly why: string }>;
}

const EXPLAIN = `query ($indicator: String!, $scope: ScopeInput!, $year: Int!, $groupBy: GroupBy, $group: String, $state: CountedState, $filter: SeriesFilter, $first: Int, $after: String) {
  explainPoint(indicator: $indicator, scope: $scope, year: $year, groupBy: $groupBy, group: $group, state: $state, filter: $filter, first: $first, after: $after) {
    __typename ... on Refusal { code } ... on PointExplanation { group { key name } formula { zh } worked { zh }
      point { value numerator denominator forms coverage { expected reported missing leftOut } }
      contributors { total hidden after items { agency { id } edition { document { path } } numerator denominator
        cells { cell amount raw place { table row } } denominatorCells { cell amount raw place { table row } } } }
      leftOut { total after items { agency { name } why } } } } }`;

describe('the numbers of the demo city', () => {
  const demo = demoCityServer();

  it('come to the same by system and by region, and a vertical organ is in neither', async () => {
    const asked = { indicators: ['new_received'], scope: { regionId: demo.regions['云岭市']! }, years: { from: 2023, to: 2023 } };
    const sumBy = async (groupBy: string, filter?: Readonly<Record<string, readonly string[]>>) => {
      const parts = await series(demo.server, { ...asked, groupBy, ...(filter === undefined ? {} : { filter }) });
      const values = Object.entries(parts).map(([name, [point]]) => [name.split('@')[1]!, Number(point!.value)] as const);
      return { parts: Object.fromEntries(values), whole: values.reduce((sum, [, value]) => sum + value, 0) };
    };
    const whole = Number((await series(demo.server, asked)).new_received![0]!.value);
    const [bySystem, byRegion] = [await sumBy('system'), await sumBy('region')];
    expect([bySystem.whole, byRegion.whole]).toEqual([whole, whole]);
    const own = await demo.database.owner.query<{ agency_id: string }>(`SELECT agency_id FROM current_agencies WHERE name LIKE '%公安局'`);
    const police = demo.raw.filter(({ agencyId, year }) => year === 2023 && own.rows.some(({ agency_id }) => agency_id === agencyId));
    const { position } = cellOf('s3/new_received/total');
    expect(bySystem.parts['公安']).toBe(Number(total(police.map(({ figures }) => figures?.[position - 1]))));
    expect((await sumBy('none', { systems: ['公安'] })).whole).toBe(bySystem.parts['公安']);
    const tax = demo.raw.find(({ kind, year }) => kind === 'VERTICAL_ORGAN' && year === 2023)!;
    const summed = demo.raw.filter(
      ({ kind, year, obliged }) => year === 2023 && obliged && (SUMMED_KINDS as readonly string[]).includes(kind),
    );
    expect(Number(tax.figures![position - 1])).toBeGreaterThan(0);
    expect(Number(total(summed.map(({ figures }) => figures?.[position - 1])))).toBe(whole);
  });

  describe('explained', () => {
    async function explain(asked: object, as: keyof typeof demo.cookies = 'public'): Promise<ExplanationSeen> {
      const answer = await demo.server.ask<{ explainPoint: ExplanationSeen }>(
        EXPLAIN,
        { first: 200, ...asked },
        { cookie: demo.cookies[as] },
      );
      if (answer.errors) throw new Error(JSON.stringify(answer.errors));
      return answer.result.explainPoint;
    }

    /** What a figure of a sum comes to in whole units: 分 for money. */
    const whole = (figure: string, { unit }: Indicator): bigint => readFigure(figure, unit === 'share' ? 'request' : unit)!;
    const sumOf = (figures: readonly string[], indicator: Indicator): bigint =>
      figures.reduce((sum, figure) => sum + whole(figure, indicator), 0n);

    const POINTS: readonly (readonly [string, number, object])[] = [
      ['the city in 2019', 2019, {}],
      ['the city in 2023', 2023, {}],
      ['the districts and counties in 2023', 2023, { groupBy: 'region', group: '白榆县' }],
      ['the departments in 2024', 2024, { groupBy: 'agency_kind', group: 'DEPARTMENT' }],
    ];

    it.each(POINTS)('add up to the number, indicator by indicator, for %s', async (_, year, parted) => {
      const groups = parted as { groupBy?: string; group?: string };
      const group = groups.groupBy === 'region' ? demo.regions[groups.group!] : groups.group;
      for (const indicator of INDICATORS) {
        const asked = { indicator: indicator.code, scope: { regionId: demo.regions['云岭市'] }, year, ...parted, group };
        const { point, contributors, leftOut } = await explain(asked);
        const { coverage } = point;
        const parts = contributors.items;
        expect([indicator.code, contributors.after, contributors.hidden]).toEqual([indicator.code, null, 0]);
        expect([indicator.code, contributors.total]).toEqual([indicator.code, coverage.reported - coverage.leftOut]);
        expect(leftOut.total).toBe(coverage.missing + coverage.leftOut);
        expect(leftOut.items.filter(({ why }) => why === 'no_report')).toHaveLength(coverage.missing);
        if (point.numerator === null) {
          expect(parts).toEqual([]);
          continue;
        }
        expect([
          indicator.code,
          sumOf(
            parts.map(({ numerator }) => numerator),
            indicator,
          ),
        ]).toEqual([indicator.code, whole(point.numerator, indicator)]);
        const denominators = parts.flatMap(({ denominator }) => denominator ?? []);
        expect(denominators).toHaveLength(indicator.additivity === 'ratio' ? parts.length : 0);
        if (point.denominator !== null) expect(sumOf(denominators, indicator)).toBe(whole(point.denominator, indicator));
        for (const { numerator, cells, denominator, denominatorCells } of parts) {
          const amounts = (held: readonly CellValueSeen[]) =>
            held.map(({ amount, cell }) => readFigure(amount!, cellOf(cell as never).unit)!);
          expect(amounts(cells).reduce((sum, amount) => sum + amount, 0n)).toBe(whole(numerator, indicator));
          if (denominator !== null)
            expect(amounts(denominatorCells).reduce((sum, amount) => sum + amount, 0n)).toBe(whole(denominator, indicator));
        }
      }
    });

    const BY_CELLS: readonly (readonly [string, string, Readonly<Record<string, readonly string[]>>])[] = [
      ['new_received', 'applicant', {}],
      ['disclosure_rate', 'applicant', {}],
      ['total_processed', 'outcome', { outcomes: ['granted', 'denied', 'other'] }],
      ['total_processed', 'outcome_group', { applicants: ['natural_person', 'legal_service_org'] }],
      ['total_processed', 'applicant', { outcomes: ['denied'] }],
      ['total_processed', 'none', { outcomes: ['denied'], applicants: ['natural_person'] }],
    ];

    it.each(BY_CELLS)(
      'add up where the cells of section three are parted or chosen: %s by %s of %j',
      async (indicator, groupBy, filter) => {
        const city = { scope: { regionId: demo.regions['云岭市']! }, groupBy, filter };
        const rows = await seriesRows(demo.server, { ...city, indicators: [indicator], years: { from: 2020, to: 2021 } });
        const points = rows.flatMap(({ group, points: told }) => told.map((one) => ({ group, told: one })));
        for (const { group, told } of points) {
          const { point, contributors, leftOut } = await explain({ ...city, indicator, year: told.year, group: group?.key });
          const parts = contributors.items;
          const sum = (figures: readonly (string | null)[]) => String(figures.reduce((all, figure) => all + Number(figure), 0));
          expect(point).toMatchObject({ value: told.value, numerator: told.numerator, denominator: told.denominator });
          expect(contributors.total).toBe(told.coverage.reported - told.coverage.leftOut);
          expect(leftOut.total).toBe(told.coverage.missing + told.coverage.leftOut);
          expect(parts.length === 0 ? null : sum(parts.map(({ numerator }) => numerator))).toBe(told.numerator);
          if (told.denominator !== null) expect(sum(parts.map(({ denominator }) => denominator))).toBe(told.denominator);
          for (const { numerator, cells } of parts) expect(sum(cells.map(({ amount }) => amount))).toBe(numerator);
          if (groupBy === 'applicant') {
            const cells = parts.flatMap((part) => [...part.cells, ...part.denominatorCells]).map(({ cell }) => cell);
            expect(cells.every((cell) => cell.endsWith(`/${group!.key}`))).toBe(true);
          }
        }
        expect(points.some(({ told }) => told.numerator !== null && told.numerator !== '0')).toBe(true);
      },
    );

    it('say the formula of a part, and refuse a part there is not', async () => {
      const asked = { indicator: 'new_received', scope: { regionId: demo.regions['云岭市'] }, year: 2023, groupBy: 'applicant' };
      expect((await explain({ ...asked, group: 'natural_person' })).formula.zh).toContain('自然人');
      expect(await explain({ ...asked, group: 'martian' })).toMatchObject({ code: 'BAD_REQUEST' });
    });

    it('go down to the place in the file a report came in', async () => {
      const { rows } = await demo.database.owner.query<{ agency: string }>(
        `SELECT r.agency_id AS agency FROM editions e JOIN reports r ON r.id = e.report_id WHERE r.year = 2021 AND e.document_sha256 IS NOT NULL LIMIT 1`,
      );
      const [part] = (await explain({ indicator: 'new_received', scope: { agencyId: rows[0]!.agency }, year: 2021 })).contributors.items;
      expect(part!.edition.document!.path).toMatch(/^\/documents\//);
      expect(part!.cells).toMatchObject([{ cell: 's3/new_received/total', place: { table: expect.any(Number), row: expect.any(Number) } }]);
    });

    it('say the formula in words and with its figures, and why an agency is left out', async () => {
      const city = { scope: { regionId: demo.regions['云岭市'] }, year: 2021 };
      const rate = await explain({ ...city, indicator: 'disclosure_rate' });
      expect(rate.formula.zh).toBe('公开率 = （“三(一)予以公开 × 总计” + “三(二)部分公开 × 总计”） ÷ “三(七)总计 × 总计”');
      expect(rate.worked!.zh).toBe(
        `${rate.point.numerator} ÷ ${rate.point.denominator} = ${rate.point.value}（分子、分母各为 ${rate.contributors.total} 个单位之和）`,
      );
      const reviews = await explain({ ...city, indicator: 'review_total' });
      expect(reviews.leftOut.items).toContainEqual({ agency: { name: '竹汀县长亭渡镇人民政府' }, why: 'blank' });
      expect(reviews.leftOut.items).toContainEqual({ agency: { name: '雁回县应急管理局' }, why: 'no_report' });
    });

    it('are paged, and for groups that exist and states the caller may see', async () => {
      const asked = { indicator: 'new_received', scope: { regionId: demo.regions['云岭市'] }, year: 2023 };
      const all = await explain(asked);
      const one = await explain({ ...asked, first: 4 });
      const two = await explain({ ...asked, first: 4, after: one.contributors.after });
      expect([...one.contributors.items, ...two.contributors.items]).toEqual(all.contributors.items.slice(0, 8));
      const past = await explain({ ...asked, first: 4, after: '9999' });
      expect(past.contributors).toMatchObject({ items: [], total: all.contributors.total });
      expect(await explain({ ...asked, groupBy: 'region', group: '9' })).toMatchObject({ code: 'BAD_REQUEST' });
      expect(await explain({ ...asked, state: 'accepted' })).toMatchObject({ code: 'NOT_ALLOWED' });
      expect(await explain({ ...asked, indicator: 'dogs' })).toMatchObject({ code: 'UNKNOWN_INDICATOR' });
    });
  });
});
