import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { amountIn, cellsExpected, cellsRead, formsExpected, parseFile, type ExpectedCells } from './expected-cells';

const golden = resolve(__dirname, '../../../shared/reports/golden.json');
const folder = dirname(golden);

const SAYS = {
  '2023-wusu-statistics-bureau.txt': {
    format: 'text',
    title: '乌苏市统计局2023年政府信息公开工作年度报告',
    agencyName: '乌苏市统计局',
    year: 2023,
    signedOn: '2024-01-15',
    declared: [
      { code: 'published_items', amount: 12n },
      { code: 'information_processing_fee', amount: 0n },
      { code: 'requests_received', amount: 0n },
    ],
  },
  '2023-shuyang-development-reform-bureau.html': {
    format: 'html',
    title: '沭阳县发展和改革局2023年政府信息公开年度报告',
    agencyName: '沭阳县发展和改革局',
    year: 2023,
    signedOn: '2024-01-17',
    declared: [
      { code: 'published_items', amount: 249n },
      { code: 'information_processing_fee', amount: 0n },
      { code: 'published_on_website', amount: 185n },
      { code: 'requests_received', amount: 26n },
    ],
  },
  '2019-shanghai-government-office.html': {
    format: 'html',
    title: '2019年上海市人民政府办公厅政府信息公开工作年度报告',
    agencyName: '上海市人民政府办公厅',
    year: 2019,
    signedOn: null,
    declared: [
      { code: 'interpretations', amount: 132n },
      { code: 'gazette_issues', amount: 24n },
      { code: 'requests_received', amount: 859n },
      { code: 'requests_carried_in', amount: 18n },
      { code: 'requests_processed', amount: 805n },
      { code: 'results_granted_or_partially', amount: 258n },
      { code: 'results_denied', amount: 35n },
      { code: 'results_unable', amount: 265n },
      { code: 'results_not_processed', amount: 158n },
      { code: 'results_other', amount: 0n },
      { code: 'requests_carried_out', amount: 72n },
      { code: 'reviews', amount: 7n },
      { code: 'suits', amount: 9n },
    ],
  },
  '2023-hongze-district-government.pdf': {
    format: 'pdf',
    title: '洪泽区人民政府2023年政府信息公开工作年度报告',
    agencyName: '洪泽区人民政府',
    year: 2023,
    signedOn: null,
    declared: [
      { code: 'published_items', amount: 1136n },
      { code: 'information_processing_fee', amount: 0n },
      { code: 'requests_received', amount: 21n },
    ],
  },
  '2024-hongze-district-government.pdf': {
    format: 'pdf',
    title: '淮安市洪泽区人民政府2024年政府信息公开工作年度报告',
    agencyName: '淮安市洪泽区人民政府',
    year: 2024,
    signedOn: null,
    declared: [
      { code: 'published_items', amount: 2428n },
      { code: 'information_processing_fee', amount: 0n },
      { code: 'requests_received', amount: 17n },
    ],
  },
} as const;

// Registered only where the real reports lie beside the checkout; fixtures of our own writing are tested everywhere.
(existsSync(golden) ? describe : describe.skip)('real published reports', () => {
  const reports = existsSync(golden)
    ? (JSON.parse(readFileSync(golden, 'utf8')) as { reports: Record<string, ExpectedCells> }).reports
    : {};

  describe.each(Object.entries(SAYS))('%s', (name, says) => {
    const parse = () => parseFile(join(folder, name));

    it('has every cell as printed, with its state, and nothing doubtful', async () => {
      const { report } = await parse();
      expect(cellsRead(report)).toEqual(cellsExpected(reports[name]!));
      expect(report.forms).toEqual(formsExpected(reports[name]!, report.year!));
      expect(report.doubts).toEqual([]);
    });

    it('says who reports on which year, and who signed when', async () => {
      const { report, format } = await parse();
      const { title, agencyName, year, signedOn, period } = report;
      expect({ format, title, agencyName, year, signedOn }).toEqual({ ...says, declared: undefined });
      expect(period).toEqual({ from: `${says.year}-01-01`, to: `${says.year}-12-31` });
      expect(report.declared.map(({ code, amount }) => ({ code, amount }))).toEqual(says.declared);
      expect(report.narrative.map(({ section }) => section)).toEqual(['s1', 's5', 's6']);
    });
  });

  it('quotes the 12 items of the reference document, which no table cell holds', async () => {
    const { report } = await parseFile(join(folder, '2023-wusu-statistics-bureau.txt'));
    expect(report.declared[0]!.quotation).toMatch(/政府信息12件/);
    expect(report.narrative[0]!.text).toContain(report.declared[0]!.quotation);
    expect(report.readings.some((reading) => reading.state === 'number' && reading.amount === 12n)).toBe(false);
    expect(report.residue).toEqual([]);
  });

  it('keeps 251000元 as 分', async () => {
    const { report } = await parseFile(join(folder, '2019-shanghai-government-office.html'));
    expect(amountIn(report, 's2/centralized_procurement/amount')).toBe(25_100_000n);
    expect(report.narrative.at(-1)).toMatchObject({ section: 's6', text: '无。' });
  });
});
