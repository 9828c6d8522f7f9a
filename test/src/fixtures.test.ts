import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CellState } from '@gongkai/model';
import { amountIn, cellsExpected, cellsRead, formsExpected, parseFile, type ExpectedCells } from './expected-cells';

interface Expected extends ExpectedCells {
  /** What the document says beside its tables; `states` and `amounts` only where they do not follow from the text. */
  readonly says: {
    readonly title: string;
    readonly agencyName: string;
    readonly year: number;
    readonly period: { readonly from: string; readonly to: string };
    readonly signedOn: string | null;
    readonly declared: readonly { readonly code: string; readonly amount: string; readonly quotation: string }[];
    readonly doubts: readonly string[];
    readonly residue: readonly string[];
    readonly states?: Readonly<Record<string, CellState>>;
    readonly amounts?: Readonly<Record<string, string>>;
  };
}

const folder = join(__dirname, '../reports');
const files = ['accepted', 'returned'].flatMap((verdict) =>
  readdirSync(join(folder, verdict))
    .filter((name) => !name.endsWith('.json'))
    .map((name) => join(verdict, name)),
);

it('has fixtures of both verdicts and formats', () => {
  expect(files.filter((name) => name.endsWith('.txt')).length).toBeGreaterThan(4);
  expect(files.filter((name) => name.endsWith('.html')).length).toBeGreaterThan(4);
});

describe.each(files)('%s', (name) => {
  const path = join(folder, name);
  const expected = JSON.parse(readFileSync(path.replace(/\.\w+$/, '.expected.json'), 'utf8')) as Expected;
  const { says } = expected;

  it('has every cell as printed, with its state', async () => {
    const { report } = await parseFile(path);
    expect(cellsRead(report)).toEqual(cellsExpected(expected, says.states));
    expect(report.forms).toEqual(formsExpected(expected, says.year));
    for (const [cell, amount] of Object.entries(says.amounts ?? {})) expect([cell, amountIn(report, cell)]).toEqual([cell, BigInt(amount)]);
  });

  it('says who reports on which year, what it declares, and what is left over', async () => {
    const { report } = await parseFile(path);
    const { title, agencyName, year, period, signedOn } = report;
    expect({ title, agencyName, year, period, signedOn }).toEqual({
      title: says.title,
      agencyName: says.agencyName,
      year: says.year,
      period: says.period,
      signedOn: says.signedOn,
    });
    expect(report.declared.map(({ code, amount, quotation }) => ({ code, amount: String(amount), quotation }))).toEqual(says.declared);
    expect(report.doubts.map(({ code }) => code)).toEqual(says.doubts);
    expect(report.residue.map(({ raw }) => raw)).toEqual(says.residue);
    expect(report.narrative.map(({ section }) => section)).toEqual(['s1', 's5', 's6']);
  });

  it('says where every printed cell stands', async () => {
    const { report, format } = await parseFile(path);
    const printed = report.readings.filter(({ raw }) => raw !== '');
    for (const { place } of printed)
      expect(place).toMatchObject(
        format === 'text'
          ? { line: expect.any(Number) }
          : { table: expect.any(Number), row: expect.any(Number), column: expect.any(Number) },
      );
    if (format === 'text') {
      const lines = new TextDecoder().decode(readFileSync(path)).split('\n');
      for (const { place, raw } of printed) expect(lines[place!.line! - 1]).toContain(raw.split('\n')[0]);
    }
  });
});
