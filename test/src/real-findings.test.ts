import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CELLS, DECLARED, FORMS } from '@gongkai/catalogue';
import type { Finding } from '@gongkai/model';
import { checkReport, verdictOf } from '@gongkai/rules';
import { parseFile } from './expected-cells';

jest.setTimeout(120_000);

const FOLDER = resolve(__dirname, '../../../shared/reports');

interface Right {
  readonly says: string;
  /** Why the finding is right. */
  readonly why: string;
}

interface RealReport {
  readonly file: string;
  readonly lastYear: string | null;
  readonly verdict: string;
  readonly findings: readonly Right[];
}

const REPORTS: readonly RealReport[] = [
  { file: '2023-wusu-statistics-bureau.txt', lastYear: null, verdict: 'clean', findings: [] },
  {
    file: '2023-shuyang-development-reform-bureau.html',
    lastYear: null,
    verdict: 'warnings',
    findings: [
      {
        says: 'warning FMT-BLANK 三、收到和处理政府信息公开申请情况',
        why: 'Five columns of section three are empty in every row; the form asks for 0.',
      },
      { says: 'info NV-HEAD 五、存在的主要问题及改进情况', why: 'The heading says 整改措施 where the form says 改进情况.' },
    ],
  },
  {
    file: '2019-shanghai-government-office.html',
    lastYear: null,
    verdict: 'warnings',
    findings: [
      { says: 'warning NV-PCT 一、总体情况', why: '258 of 805 are 32.0 %, not 33.9 %; 33.9 % would be 273.' },
      {
        says: 'warning NV-DONE 予以公开和部分公开申请数量',
        why: 'The text counts 258, which is the column of natural persons alone; granted and partially granted are 275 in all.',
      },
      {
        says: 'warning NV-DONE 无法提供申请数量',
        why: 'The text counts 265, which is the first of three rows; all that could not be provided is 337.',
      },
      {
        says: 'warning FMT-BLANK 三、收到和处理政府信息公开申请情况',
        why: 'Cells without a case are empty, and so are the totals of eleven rows.',
      },
      { says: 'warning FMT-BLANK 四、政府信息公开行政复议、行政诉讼情况', why: 'Cells without a case are empty.' },
    ],
  },
  {
    file: '2023-hongze-district-government.pdf',
    lastYear: null,
    verdict: 'cannot_be_filed',
    findings: [
      { says: 'error S4-SUM 四·行政复议 × 总计', why: 'Ten upheld and one corrected stand beside a total of 0.' },
      { says: 'error S4-SUM 四·行政诉讼·复议后起诉 × 总计', why: 'Five upheld stand beside a total of 0.' },
      {
        says: 'warning S3-ONE-ROW-OTHER 三(六)其他处理 × 总计',
        why: 'Section three is printed in the form of 2019, two years after it was replaced.',
      },
      {
        says: 'warning GV-ASSESS 五、存在的主要问题及改进情况',
        why: 'A government reports on assessment, social appraisal and accountability; none of the three words stands in the text.',
      },
    ],
  },
  {
    file: '2024-hongze-district-government.pdf',
    lastYear: '2023-hongze-district-government.pdf',
    verdict: 'warnings',
    findings: [
      {
        says: 'warning NV-SCOPE 收到政府信息公开申请数量',
        why: 'The text counts the 17 requests of the government office, the table the 95 of the whole district.',
      },
      { says: 'warning S3-ONE-ROW-OTHER 三(六)其他处理 × 总计', why: 'Section three is still printed in the form of 2019.' },
      {
        says: 'warning GV-ASSESS 五、存在的主要问题及改进情况',
        why: 'Assessment is mentioned, social appraisal and accountability are not.',
      },
      { says: 'info XY-JUMP 二·行政许可 × 本年处理决定数量', why: '550 decisions became 9487 in a year; whoever reads it will ask.' },
    ],
  },
];

const read = async (file: string) => (await parseFile(join(FOLDER, file))).report;

async function findingsOf({ file, lastYear }: RealReport): Promise<readonly Finding[]> {
  const report = await read(file);
  const last = lastYear === null ? null : await read(lastYear);
  const input = { forms: FORMS, cells: CELLS, declared: DECLARED, report, expectedYear: report.year, filing: 'document' } as const;
  return checkReport({ ...input, lastYear: last });
}

// Registered only where the real reports lie beside the checkout.
(existsSync(FOLDER) ? describe : describe.skip)('what is found in real published reports', () => {
  it.each(REPORTS.map((report) => [report.file, report] as const))('%s: each finding is right, and none is missing', async (_, report) => {
    const findings = await findingsOf(report);
    expect(findings.map(({ severity, code, path }) => `${severity} ${code} ${path.zh}`).sort()).toEqual(
      report.findings.map(({ says }) => says).sort(),
    );
    expect(verdictOf(findings)).toBe(report.verdict);
    for (const { why } of report.findings) expect(why).toMatch(/\.$/);
  });

  it('proposes the totals that were left at 0 first', async () => {
    const findings = await findingsOf(REPORTS.find(({ verdict }) => verdict === 'cannot_be_filed')!);
    const first = findings.flatMap(({ repair }) => repair?.alternatives.slice(0, 1) ?? []).flatMap(({ changes }) => changes);
    expect(first.map(({ cell, from, to }) => [cell, from, to])).toEqual([
      ['s4/review/total', '0', '11'],
      ['s4/litigation_post_review/total', '0', '5'],
    ]);
  });
});
