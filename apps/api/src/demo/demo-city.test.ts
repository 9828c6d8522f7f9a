import { CELLS, DECLARED, FORMS } from '@gongkai/catalogue';
import { readFigure, SUMMED_KINDS, type CellId, type Finding, type Reading, type Report } from '@gongkai/model';
import { checkReport, twinTexts } from '@gongkai/rules';
import { buildDemoCity, demoChecksum, type DemoFiling, type DemoReport, type FilingAct } from './index';

const city = buildDemoCity();
const units = new Map(CELLS.map(({ id, unit }) => [id, unit]));

type Submission = Extract<FilingAct, { act: 'submit' }>;
const submissionsOf = ({ acts }: DemoFiling): readonly Submission[] => acts.filter((act) => act.act === 'submit');
const filingOf = (agencyKey: string, year: number): DemoFiling =>
  city.filings.find((one) => one.agencyKey === agencyKey && one.year === year)!;
const isLate = ({ acts, dueOn }: DemoFiling): boolean => acts.length > 0 && acts[0]!.at.slice(0, 10) > dueOn;

function readingOf({ cell, text }: DemoReport['cells'][number]): Reading {
  const printed = { cell, raw: text, place: null, confidence: 'exact' } as const;
  if (text === '') return { ...printed, state: 'blank' };
  if (text === '/') return { ...printed, state: 'mark' };
  const unit = units.get(cell)!;
  return { ...printed, state: 'number', amount: readFigure(text, unit)!, unit };
}

function reportOf({ formS2, formS3, cells, narrative }: DemoReport, year: number): Report {
  return {
    title: null,
    agencyName: null,
    year,
    period: null,
    signedOn: null,
    forms: { s2: formS2, s3: formS3, s4: formS3 },
    readings: cells.map(readingOf),
    narrative: narrative.map(({ section, text }) => ({ section, heading: '', text })),
    declared: [],
    residue: [],
    doubts: [],
  };
}

function findingsOf(filing: DemoFiling, submission: Submission): readonly Finding[] {
  const before = city.filings.find(({ agencyKey, year }) => agencyKey === filing.agencyKey && year === filing.year - 1);
  const last = before && submissionsOf(before).at(-1);
  return checkReport({
    forms: FORMS,
    cells: CELLS,
    declared: DECLARED,
    report: reportOf(submission.report, filing.year),
    expectedYear: filing.year,
    filing: submission.report.source === 'document' ? 'document' : 'online',
    lastYear: last ? reportOf(last.report, filing.year - 1) : null,
  });
}

const amounts = (report: DemoReport): ReadonlyMap<CellId, bigint> =>
  new Map(report.cells.map(readingOf).flatMap((reading) => (reading.state === 'number' ? [[reading.cell, reading.amount] as const] : [])));

const latest = (filing: DemoFiling | undefined): ReadonlyMap<CellId, bigint> | null => {
  const submission = filing && submissionsOf(filing).at(-1);
  return submission ? amounts(submission.report) : null;
};

/** Region keys from a region up to the root. */
function upwards(key: string | null): readonly string[] {
  if (key === null) return [];
  return [key, ...upwards(city.regions.find((region) => region.key === key)!.parentKey)];
}

/** Cells of a combined report that are not the sum of those below who filed. The one-row 其他处理 below cannot be parted, so its rows are left aside. */
function differences(filing: DemoFiling): readonly unknown[] {
  const { regionKey } = city.agencies.find(({ key }) => key === filing.agencyKey)!;
  const below = city.agencies.filter((agency) => SUMMED_KINDS.includes(agency.kind) && upwards(agency.regionKey).includes(regionKey));
  const parts = below.flatMap(({ key }) => latest(city.filings.find((one) => one.agencyKey === key && one.year === filing.year)) ?? []);
  const isMixed = filing.year > 2020 && parts.some((part) => part.has('s3/other_processing/total'));
  return [...latest(filing)!].flatMap(([cell, amount]) => {
    if (isMixed && cell.startsWith('s3/other_')) return [];
    const sum = parts.flatMap((part) => part.get(cell) ?? []).reduce((total, part) => total + part, 0n);
    return sum === amount ? [] : [[filing.agencyKey, filing.year, cell, sum, amount]];
  });
}

describe('the demo city', () => {
  it('is the same twice, to the byte', () => {
    expect(demoChecksum(buildDemoCity())).toBe(demoChecksum(city));
    expect(demoChecksum({ ...city, accounts: city.accounts.slice(1) })).not.toBe(demoChecksum(city));
  });

  it('has one city, eight counties of which one is a functional zone, and a township in each', () => {
    const of = (parentKey: string | null) => city.regions.filter((region) => region.parentKey === parentKey);
    expect(of(null).map(({ level }) => level)).toEqual(['prefecture']);
    expect(
      of('yl')
        .map(({ level }) => level)
        .sort(),
    ).toEqual([...Array<string>(7).fill('county'), 'functional_zone']);
    expect(of('yl').every(({ key }) => of(key).length === 1)).toBe(true);
    const codes = city.regions.flatMap(({ code }) => code ?? []);
    expect(codes.every((code) => code.startsWith('99'))).toBe(true);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('has about sixty agencies of all sorts, each with a name of its own', () => {
    expect(city.agencies.length).toBeGreaterThanOrEqual(58);
    expect(city.agencies.length).toBeLessThanOrEqual(68);
    expect(new Set(city.agencies.map(({ name }) => name)).size).toBe(city.agencies.length);
    expect(new Set(city.agencies.map(({ key }) => key)).size).toBe(city.agencies.length);
    const kinds = new Set(city.agencies.map(({ kind }) => kind));
    for (const kind of ['VERTICAL_ORGAN', 'PUBLIC_INSTITUTION', 'FUNCTIONAL_ZONE_COMMITTEE', 'SUBDISTRICT', 'TOWNSHIP'] as const)
      expect(kinds).toContain(kind);
    const regionKeys = new Set(city.regions.map(({ key }) => key));
    expect(city.agencies.every(({ regionKey }) => regionKeys.has(regionKey))).toBe(true);
  });

  it('owes a report for each year from 2019 to 2025 on whose last day an agency existed', () => {
    const years = (key: string) => city.filings.filter(({ agencyKey }) => agencyKey === key).map(({ year }) => year);
    expect(years('yl-tongji')).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025]);
    expect(years('yl-lvyou')).toEqual([2019, 2020, 2021, 2022]);
    expect(years('yl-wenlv')).toEqual([2023, 2024, 2025]);
    expect(city.filings.filter(({ obliged }) => !obliged).every(({ agencyKey }) => agencyKey === 'yl-tushuguan')).toBe(true);
    expect(filingOf('yl-zhengfu', 2024).dueOn).toBe('2025-03-10');
    expect(filingOf('luming-zhengfu', 2024).dueOn).toBe('2025-02-20');
    expect(filingOf('yl-tongji', 2024).dueOn).toBe('2025-01-31');
  });

  it('holds acts in order of time, each by an account that may', () => {
    const roles = new Map(city.accounts.map(({ login, role }) => [login, role]));
    const following = { submit: ['return', 'accept'], return: ['submit'], accept: ['publish'], publish: ['submit'] };
    for (const { acts, year } of city.filings) {
      acts.forEach((act, index) => {
        expect(roles.get(act.byLogin)).toBe(act.act === 'submit' ? 'agency' : 'supervisor');
        expect(act.at > `${year + 1}-01-01`).toBe(true);
        const next = acts[index + 1];
        if (next) expect(next.at > act.at && following[act.act].includes(next.act)).toBe(true);
      });
    }
  });

  it('has accounts for offices and logins of their own', () => {
    expect(new Set(city.accounts.map(({ login }) => login)).size).toBe(city.accounts.length);
    const featured = city.accounts.filter((account) => account.featured);
    expect(new Set(featured.map(({ role }) => role))).toEqual(new Set(['agency', 'supervisor', 'analyst', 'administrator']));
    expect(featured.filter(({ role, regionKey }) => role === 'supervisor' && regionKey === 'yl')).toHaveLength(2);
    expect(featured.length).toBeLessThanOrEqual(9);
  });
});

describe('the reports of the demo city', () => {
  it('hold every cell of their forms once', () => {
    for (const filing of city.filings)
      for (const { report } of submissionsOf(filing)) {
        const count = (report.formS2 === 'gb2021_30' ? 10 : 22) + (report.formS3 === 'gb2021_30' ? 175 : 161) + 15;
        expect([report.cells.length, new Set(report.cells.map(({ cell }) => cell)).size]).toEqual([count, count]);
        const unreadable = report.cells.filter(
          ({ cell, text }) => !['', '/'].includes(text) && readFigure(text, units.get(cell)!) === null,
        );
        expect(unreadable).toEqual([]);
      }
  });

  it('break no rule but where they are meant to, and explain what must be explained', () => {
    const troubles = new Map<string, readonly string[]>();
    for (const filing of city.filings)
      submissionsOf(filing).forEach((submission, index) => {
        const findings = findingsOf(filing, submission);
        const open = findings.filter(({ severity, code, cells }) => {
          if (severity !== 'inconsistency') return false;
          return !submission.explanations.some((explanation) => explanation.code === code && explanation.cell === cells[0]);
        });
        expect(open).toEqual([]);
        const unused = submission.explanations.filter(
          ({ code, cell }) => !findings.some((finding) => finding.code === code && finding.cells[0] === cell),
        );
        expect(unused).toEqual([]);
        if (findings.length > 0)
          troubles.set(
            `${filing.agencyKey} ${filing.year} #${index + 1}`,
            findings.map(({ severity, code }) => `${severity} ${code}`),
          );
      });
    expect(Object.fromEntries(troubles)).toEqual({
      'yl-zhengfu 2023 #1': ['inconsistency XY-CARRY'],
      'yl-ziran 2023 #1': ['inconsistency XY-CARRY'],
      'yl-zhujian 2023 #1': ['warning S3-ONE-ROW-OTHER'],
      'changting-zhengfu 2021 #1': ['warning FMT-BLANK', 'warning FMT-BLANK'],
      'baiyu-ziran 2023 #1': ['info XY-JUMP'],
      'yl-huanjing 2024 #1': ['warning S2-FEE-UNIT'],
      'yl-shichang 2022 #1': ['info XY-JUMP', 'info XY-JUMP'],
      'yl-minzheng 2022 #1': ['info NV-COPY'],
    });
  });

  it('add up to the combined reports, which the missing ones do not spoil', () => {
    const combined = city.filings.filter(
      ({ agencyKey, acts }) => agencyKey.match(/^(yl|chenglan|luming|baiyu)-zhengfu$/) && acts.length > 0,
    );
    expect(combined).toHaveLength(28);
    expect(combined.flatMap(differences)).toEqual([]);
  });

  it('are mostly zeros, and a few of them large', () => {
    const share = city.filings.flatMap(submissionsOf).flatMap(({ report }) => report.cells.map(({ text }) => Number(text === '0')));
    expect(share.reduce((sum, zero) => sum + zero, 0) / share.length).toBeGreaterThan(0.7);
    const police = amounts(submissionsOf(filingOf('yl-gongan', 2022))[0]!.report);
    expect(police.get('s2/administrative_penalty/decision_count')!).toBeGreaterThan(15_000n);
  });

  it('say the same in words as in the tables, never the same two years running, and that all is invented', () => {
    for (const filing of city.filings)
      for (const { report } of submissionsOf(filing)) {
        const [s1, s5, s6] = report.narrative.map(({ text }) => text);
        expect(s1).toContain(`新收政府信息公开申请${report.cells.find(({ cell }) => cell === 's3/new_received/total')!.text}件`);
        expect(s1).toContain('演示数据');
        if (filing.year > 2020) expect(s6).toContain('收取信息处理费0元');
        const before = city.filings.find(({ agencyKey, year }) => agencyKey === filing.agencyKey && year === filing.year - 1);
        const last = before && submissionsOf(before).at(-1);
        if (last) expect(last.report.narrative.find(({ section }) => section === 's5')!.text).not.toBe(s5);
      }
  });

  it('are seldom in the words of another agency of the year', () => {
    const texts = city.filings.flatMap((filing) => {
      const { name } = city.agencies.find(({ key }) => key === filing.agencyKey)!;
      const narrative =
        submissionsOf(filing)
          .at(-1)
          ?.report.narrative.map(({ section, text }) => ({ section, heading: '', text })) ?? [];
      const regions = city.regions.map((region) => region.name);
      return twinTexts(narrative, { agency: [name], regions }).map(({ section, text }) => `${filing.year} ${section} ${text}`);
    });
    expect(texts.length).toBeGreaterThan(400);
    expect(texts.length - new Set(texts).size).toBeLessThan(10);
  });
});

describe('the planted troubles', () => {
  it('lie in both forms and one mixed report', () => {
    const forms = city.filings.flatMap((filing) =>
      submissionsOf(filing).map(({ report }) => `${filing.year < 2021} ${report.formS2} ${report.formS3}`),
    );
    expect(new Set(forms)).toEqual(new Set(['true gb2019_60 gb2019_60', 'false gb2021_30 gb2021_30', 'false gb2021_30 gb2019_60']));
    const mixed = submissionsOf(filingOf('yl-zhujian', 2023))[0]!.report;
    expect(Number(mixed.cells.find(({ cell }) => cell === 's3/other_processing/total')!.text)).toBeGreaterThan(0);
  });

  it('have late, missing, returned, amended, waiting and blank ones', () => {
    const count = (is: (filing: DemoFiling) => boolean): number => city.filings.filter(is).length;
    const lastIs = (act: FilingAct['act']) => (filing: DemoFiling) => filing.acts.at(-1)?.act === act;
    expect(count(isLate)).toBe(12);
    expect(count(({ acts, obliged }) => obliged && acts.length === 0)).toBe(14);
    expect(count(({ acts }) => acts.some(({ act }) => act === 'return'))).toBe(3);
    expect(count((filing) => submissionsOf(filing).some(({ reason }) => reason !== null))).toBe(1);
    expect([count(lastIs('submit')), count(lastIs('accept')), count(lastIs('return'))]).toEqual([9, 7, 1]);
    const blank = submissionsOf(filingOf('changting-zhengfu', 2021))[0]!.report;
    expect([blank.source, ...['', '/'].map((text) => blank.cells.filter((cell) => cell.text === text).length)]).toEqual([
      'document',
      15,
      3,
    ]);
  });

  it('amend exactly two cells', () => {
    const [first, second] = submissionsOf(filingOf('yl-shichang', 2022)).map(({ report }) => amounts(report));
    expect([...first!].filter(([cell, amount]) => second!.get(cell) !== amount)).toHaveLength(2);
  });

  it('hand the open requests of the merged bureaus on to their successor', () => {
    const of = (key: string, year: number, cell: CellId): bigint => amounts(submissionsOf(filingOf(key, year))[0]!.report).get(cell)!;
    const handed = ['yl-wenguang', 'yl-lvyou'].map((key) => of(key, 2022, 's3/carried_out/total'));
    expect(handed[0]! + handed[1]!).toBeGreaterThan(0n);
    expect(of('yl-wenlv', 2023, 's3/carried_in/total')).toBe(handed[0]! + handed[1]!);
    expect(city.successions).toHaveLength(2);
    expect(city.successions.every(({ on }) => city.agencies.find(({ key }) => key === 'yl-wenlv')!.validFrom === on)).toBe(true);
  });

  it('let nobody missing have had anything to report', () => {
    const quiet = city.filings.filter(({ acts, obliged }) => obliged && acts.length === 0).map(({ agencyKey }) => agencyKey);
    for (const key of new Set(quiet))
      for (const { report } of city.filings.filter(({ agencyKey }) => agencyKey === key).flatMap(submissionsOf))
        expect(report.cells.filter(({ text }) => text !== '0')).toEqual([]);
  });
});
