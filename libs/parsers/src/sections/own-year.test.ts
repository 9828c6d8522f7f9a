import { CELLS, FORMS, DECLARED } from '@gongkai/catalogue';
import { parseReport } from '../parse-report';

const HEAD = '行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n\t\t\t\t\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t';
const RESULTS = Array.from({ length: 3 }, () => '结果维持\t结果纠正\t其他结果\t尚未审结\t总计').join('\t');
const tableOf = (upheld: number): string =>
  [HEAD, RESULTS, [upheld, 0, 0, 0, upheld, ...Array.from({ length: 10 }, () => 0)].join('\t')].join('\n');
const TITLE_FOUR = '四、政府信息公开行政复议、行政诉讼情况';
const titleOf = (year: number): string => `青禾县水务局${year}年政府信息公开工作年度报告`;
const reportOf = (year: number, upheld: number, title = titleOf(year)): string =>
  [title, '一、总体情况', `${year}年公开良好。`, TITLE_FOUR, tableOf(upheld), '', '六、其他需要报告的事项', '无。'].join('\n');
const rowsOf = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      line.includes('\t')
        ? `<tr>${line
            .split('\t')
            .map((cell) => `<td>${cell}</td>`)
            .join('')}</tr>`
        : `</table><p>${line}</p><table>`,
    )
    .join('');
const html = (...texts: readonly string[]): string =>
  `<html><body><table>${texts.map(rowsOf).join('</table><hr><table>')}</table></body></html>`;

async function read(text: string) {
  const outcome = await parseReport({
    bytes: new TextEncoder().encode(text),
    fileName: 'x',
    forms: FORMS,
    cells: CELLS,
    declared: DECLARED,
  });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const { report } = outcome;
  const four = report.readings.find(({ cell }) => cell === 's4/review/upheld');
  const told = report.doubts
    .filter(({ code }) => code === 'other_year' || code === 'cell_repeated')
    .map(({ code, text: year }) => `${code} ${year}`);
  return { year: report.year, upheld: four?.state === 'number' ? four.amount : four?.state, told };
}

describe('tables of several years in one document', () => {
  const latest = { year: 2024, upheld: 3n, told: ['other_year 2023'] };

  it.each([
    ['text', (...texts: readonly string[]) => texts.join('\n\n')],
    ['html', html],
  ])('%s: of two reports the later one is read, whichever stands first, and the other named', async (_, print) => {
    expect(await read(print(reportOf(2024, 3), reportOf(2023, 5)))).toEqual(latest);
    expect(await read(print(reportOf(2023, 5), reportOf(2024, 3)))).toEqual(latest);
  });

  it('reads the year that the page is named for', async () => {
    const page = html(reportOf(2024, 3), reportOf(2023, 5)).replace('<body>', `<head><title>${titleOf(2023)}</title></head><body>`);
    expect(await read(page)).toEqual({ year: 2023, upheld: 5n, told: ['other_year 2024'] });
  });

  it.each([
    ['a caption above it', '2023年行政复议、行政诉讼情况表'],
    ['no more than a year', '（2023年度）'],
    ['a title that is broken over lines', '青禾县水务局2023年\n政府信息公开工作\n年度报告'],
  ])('leaves out last year’s table under %s', async (_, caption) => {
    expect(await read(`${reportOf(2024, 3)}\n${caption}\n${tableOf(5)}`)).toEqual(latest);
  });

  it('leaves alone what is no table of another year: links, a caption with a slip, two tables of one year', async () => {
    const links = [2022, 2023].map(titleOf).join('\n');
    expect(await read(`${links}\n${reportOf(2024, 3)}\n${links}`)).toEqual({ ...latest, told: [] });
    const slip = reportOf(2024, 3).replace(HEAD, `2023年行政复议、行政诉讼情况表\n${HEAD}`);
    expect(await read(slip)).toEqual({ ...latest, told: [] });
    const again = await read(reportOf(2024, 3).replace('\n六、', `\n续表\n${tableOf(5)}\n\n六、`));
    expect(again.upheld).toBe('unreadable');
    expect(again.told.every((told) => told.startsWith('cell_repeated'))).toBe(true);
  });
});
