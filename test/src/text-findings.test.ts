import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CELLS, DECLARED, FORMS } from '@gongkai/catalogue';
import type { Report } from '@gongkai/model';
import { checkReport } from '@gongkai/rules';
import { parseFile } from './expected-cells';

const FIXTURES = join(__dirname, '../reports');
const PUBLISHED = resolve(__dirname, '../../../shared/reports');
/** Rules that read the text, or hold it against the tables, or the year against the one before. */
const OF_THE_TEXT = /^(?:NV|GV|TM)-|^FMT-TEMPLATE$|^XY-JUMP$|^S2-(?:FEE-UNIT|REG-POWER)$/;

const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'accepted/bars-and-marks.txt': ['info NV-HEAD'],
  'accepted/form-2019-blank-totals.html': [],
  'accepted/markdown-odd-digits.txt': ['warning GV-ASSESS'],
  'accepted/mixed-forms-gbk.html': [],
  'accepted/nested-spans.html': ['info NV-HEAD'],
  'accepted/one-cell-a-line.txt': [],
  'accepted/split-tables.html': ['info NV-FEE'],
  'accepted/tabs-2019.txt': [],
  'returned/figures-unreadable.html': ['inconsistency NV-FEE'],
  'returned/section-four-total-differs.txt': [],
};

/** True ones only: shares and outcomes that the tables contradict, an office counted for its district, titles of one's own, matters left out. */
const REAL: Readonly<Record<string, readonly string[]>> = {
  '2023-wusu-statistics-bureau.txt': [],
  '2023-shuyang-development-reform-bureau.html': ['info NV-HEAD'],
  '2019-shanghai-government-office.html': ['warning NV-PCT', 'warning NV-DONE', 'warning NV-DONE'],
  '2023-hongze-district-government.pdf': ['warning GV-ASSESS'],
  '2024-hongze-district-government.pdf': ['warning NV-SCOPE', 'warning GV-ASSESS'],
};

function codesOf(report: Report, lastYear: Report | null): readonly string[] {
  return checkReport({ forms: FORMS, cells: CELLS, declared: DECLARED, report, expectedYear: report.year, filing: 'document', lastYear })
    .filter(({ code }) => OF_THE_TEXT.test(code))
    .map(({ severity, code }) => `${severity} ${code}`);
}

describe('what the text of our own reports is blamed for', () => {
  it.each(Object.entries(EXPECTED))('%s', async (name, codes) => {
    const { report } = await parseFile(join(FIXTURES, name));
    expect(codesOf(report, null)).toEqual(codes);
  });
});

(existsSync(PUBLISHED) ? describe : describe.skip)('what the text of real reports is blamed for', () => {
  it.each(Object.entries(REAL))('%s', async (name, codes) => {
    const { report } = await parseFile(join(PUBLISHED, name));
    expect([...codesOf(report, null)].sort()).toEqual([...codes].sort());
  });

  it('says which numbers of two years are far apart', async () => {
    const [before, now] = await Promise.all(
      ['2023-hongze-district-government.pdf', '2024-hongze-district-government.pdf'].map((name) => parseFile(join(PUBLISHED, name))),
    );
    const jumps = checkReport({
      forms: FORMS,
      cells: CELLS,
      declared: DECLARED,
      report: now!.report,
      expectedYear: 2024,
      filing: 'document',
      lastYear: before!.report,
    }).filter(({ code }) => code === 'XY-JUMP');
    expect(jumps.map(({ cells, contributors, found }) => `${cells[0]} ${contributors[0]?.amount} ${found}`)).toEqual([
      's2/administrative_licensing/decision_count 550 9487',
    ]);
  });
});
