import { CELLS, DECLARED, FORMS } from '@gongkai/catalogue';
import { reportTemplate, writeCsv } from '@gongkai/exports';
import type { Report } from '@gongkai/model';
import { parseReport } from '@gongkai/parsers';
import { checkReport, derivedTotals, ruleBook } from '@gongkai/rules';
import { BEFORE, FIRST, THIRD, THIRD_YEAR, filledTemplate, printedTables, requests } from './filled-template';

const TITLE = `青禾县统计局${THIRD_YEAR}年政府信息公开工作年度报告`;
const FIGURES = {
  ...requests({ new_received: 9, granted: 4, other_moved: 3, total_processed: 7, carried_out: 2 }),
  ...{ 's4/review/upheld': '1', 's4/review/settled': '2', 's4/review/total': '3' },
} as const;

async function read(content: Uint8Array): Promise<Report> {
  const outcome = await parseReport({ bytes: content, fileName: 'report', forms: FORMS, cells: CELLS, declared: DECLARED });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.report;
}

const check = (report: Report, lastYear: Report | null = null) =>
  checkReport({ forms: FORMS, cells: CELLS, declared: DECLARED, report, expectedYear: THIRD_YEAR, filing: 'document', lastYear });
const told = (report: Report) => check(report).map(({ code, severity, section }) => `${severity} ${code} ${section}`);
const amountOf = ({ readings }: Report, id: string) =>
  readings.flatMap((one) => (one.cell === id && one.state === 'number' ? [one.amount] : []));

it('stands beside the two there are', () => {
  expect(FORMS.map(({ id, years }) => [id, years])).toEqual([
    ['gb2019_60', { first: 2019, last: 2020 }],
    ['gb2021_30', { first: 2021, last: 2023 }],
    ['gb2024_1', { first: 2024, last: null }],
  ]);
});

describe('a report in a third form', () => {
  it('is read from its template and has nothing wrong with it', async () => {
    const report = await read(filledTemplate(TITLE, FIGURES).content);
    expect(report.forms).toEqual({ s2: THIRD.id, s3: THIRD.id, s4: THIRD.id });
    expect(['s3/other_moved/total', 's4/review/settled'].flatMap((cell) => amountOf(report, cell))).toEqual([3n, 2n]);
    expect(report.readings.some(({ cell }) => cell.startsWith('s3/not_processed_publication/'))).toBe(false);
    expect(told(report)).toEqual([]);
  });

  it('is read from tables by what they print, and so is one in the form before that has all but a row of it', async () => {
    const text = (form: typeof THIRD) => Buffer.from(`${TITLE}\n${printedTables(form, FIGURES)}`);
    expect((await read(text(THIRD))).forms).toEqual({ s2: null, s3: THIRD.id, s4: THIRD.id });
    expect((await read(text(BEFORE))).forms).toEqual({ s2: null, s3: BEFORE.id, s4: BEFORE.id });
    expect((await read(text(FIRST))).forms).toEqual({ s2: null, s3: FIRST.id, s4: BEFORE.id });
  });

  it('is held to its own rules: what the new row and the new column count enters the totals', async () => {
    const report = await read(
      filledTemplate(TITLE, { ...FIGURES, 's3/other_moved/natural_person': '2', 's4/review/settled': '1' }).content,
    );
    expect(told(report)).toEqual(['error S3-COL s3', 'error S4-SUM s4']);
    expect(check(report)[0]).toMatchObject({ cells: ['s3/other_moved/natural_person'], expected: '3', found: '2' });
    const blank = await read(filledTemplate(TITLE, { ...FIGURES, 's3/total_processed/total': '', 's4/review/total': '' }).content);
    expect(Object.fromEntries(derivedTotals(blank, FORMS))).toEqual({ 's3/total_processed/total': 7n, 's4/review/total': 3n });
  });

  it('goes on from a report in the form before', async () => {
    const report = await read(
      filledTemplate(TITLE, { ...FIGURES, ...requests({ carried_in: 1, granted: 5, total_processed: 8 }) }).content,
    );
    const before = await read(
      filledTemplate(TITLE.replace(String(THIRD_YEAR), String(THIRD_YEAR - 1)), {}, { s2: BEFORE.id, s3: BEFORE.id, s4: BEFORE.id })
        .content,
    );
    expect(before.forms).toEqual({ s2: BEFORE.id, s3: BEFORE.id, s4: BEFORE.id });
    expect(check(report, before).map(({ code, cells: [cell] }) => `${code} ${cell}`)).toEqual(['XY-CARRY s3/carried_in/natural_person']);
  });

  it('is not told to mix forms where a section did not change, and is where it did', async () => {
    const old = { s2: BEFORE.id, s3: BEFORE.id, s4: BEFORE.id };
    const mixed = async (forms: Partial<typeof old>) => told(await read(filledTemplate(TITLE, {}, forms).content));
    expect(await mixed({ s2: BEFORE.id })).toEqual([]);
    expect(await mixed({ s4: BEFORE.id })).toEqual(['warning FMT-MIXED s4']);
    expect(await mixed(old)).toEqual(['error FMT-MIXED s3', 'error FMT-MIXED s4']);
  });

  it('has a template and a book of rules', async () => {
    let csv = '';
    for await (const part of writeCsv(reportTemplate(THIRD))) csv += Buffer.from(part).toString();
    expect(csv).toContain('s3/other_moved/total');
    expect(csv).not.toContain('not_processed_publication');
    expect(ruleBook(FORMS).filter(({ form }) => form === THIRD.id)).toHaveLength(THIRD.rules.length);
    expect(ruleBook(FORMS).find(({ code }) => code === 'FMT-BLANK')?.basis).toBe('国办公开办函〔2024〕1号');
  });
});
