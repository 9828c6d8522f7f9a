import { formOf } from '@gongkai/catalogue';
import { cellsOf } from '@gongkai/model';
import type { CellId, Finding } from '@gongkai/model';
import fc from 'fast-check';
import { checkReport } from '..';
import { inputOf, reportOf } from '../../fixtures/reports';
import { lastYearOf, resultRows, validFigures } from '../../fixtures/valid-figures';

const FORM = 'gb2021_30';
const CELLS = formOf(FORM).grids.flatMap(cellsOf);
const LAW = [...formOf(FORM).rules.map((rule) => rule.id), 'S3-PARTIAL-ONCE', 'S2-NONNEG', 'S3-INT', 'S4-INT'];

type Whole = ReadonlyMap<CellId, bigint>;

/** The rules a wrong cell breaks, each at its row or column, from the text of the law and not from the rules. */
function brokenBy(cell: CellId, after: Whole, last: Whole | null): readonly string[] {
  const [section, row, column] = cell.split('/') as [string, string, string];
  if (section === 's4') return [`S4-SUM ${row}`];
  if (section === 's2') return row === 'regulations' || row === 'normative_documents' ? brokenStock(row, after, last) : [];
  const isResult = resultRows(FORM).includes(row);
  return [
    ...(isResult ? [] : [`S3-BALANCE ${column}`]),
    ...(isResult || row === 'total_processed' ? [`S3-COL ${column}`] : []),
    `S3-ROW ${row}`,
    ...(row === 'carried_in' && last ? [`XY-CARRY ${column}`] : []),
  ].sort();
}

function brokenStock(row: string, after: Whole, last: Whole | null): readonly string[] {
  const [issued, repealed, inForce] = ['issued_count', 'repealed_count', 'in_force_count'].map((column) =>
    after.get(`s2/${row}/${column}`)!,
  );
  const before = last?.get(`s2/${row}/in_force_count`);
  return [
    ...(issued! - repealed! > inForce! ? [`S2-INFORCE-GE ${row}`] : []),
    ...(before !== undefined && repealed! > before + issued! ? [`S2-REPEAL ${row}`] : []),
    ...(before !== undefined && before + issued! - repealed! !== inForce! ? [`XY-STOCK ${row}`] : []),
  ];
}

/** The rules findings tell of, in the same way; a finding about a cell tells them all under it. */
function toldBy(findings: readonly Finding[]): readonly string[] {
  const told = findings.flatMap((finding) => (isAboutOneCell(finding) ? finding.consequences : [finding, ...finding.consequences]));
  return told
    .filter(({ code }) => code !== 'S3-PARTIAL-ONCE')
    .map(({ code, cells: [first] }) => {
      const [, row, column] = first!.split('/');
      return `${code} ${code === 'S3-BALANCE' || code === 'S3-COL' || code === 'XY-CARRY' ? column : row}`;
    })
    .sort();
}

function isAboutOneCell({ cells, consequences }: Finding): boolean {
  return cells.length === 1 && consequences.length > 1;
}

function lawOf(figures: Whole, last: Whole | null): readonly Finding[] {
  const lastYear = last && reportOf(FORM, last, { year: 2022 });
  return checkReport(inputOf(reportOf(FORM, figures), { lastYear })).filter(({ code }) => LAW.includes(code));
}

/** Cell by cell and delta by delta: one more, some more, ten times, nothing. */
function* corruptions(figures: Whole): Iterable<readonly [CellId, bigint, Whole]> {
  for (const cell of CELLS) {
    const right = figures.get(cell)!;
    for (const wrong of new Set([right + 1n, right + 13n, right * 10n, 0n]))
      if (wrong !== right) yield [cell, right, new Map(figures).set(cell, wrong)];
  }
}

/** How the repair of a finding knows the right figure of a cell: as the only way, as one of several, or not at all. */
function knowledgeOf(finding: Finding | undefined, cell: CellId, right: bigint): 'exact' | 'among' | 'none' | 'wrong' {
  const ways = (finding?.repair?.alternatives ?? []).map(({ changes }) => changes.map((change) => `${change.cell} ${change.to}`).join());
  if (ways.length === 0) return 'none';
  if (!ways.includes(`${cell} ${right}`)) return 'wrong';
  return ways.length === 1 ? 'exact' : 'among';
}

describe.each([
  ['alone', false],
  ['after last year\u2019s', true],
] as const)('every single wrong cell of a report %s', (_, withLast) => {
  const known = new Map<CellId, Set<string>>(CELLS.map((cell) => [cell, new Set()]));

  it('breaks exactly the rules of the law it stands in, told in one finding', () => {
    for (const figures of fc.sample(validFigures(FORM), { numRuns: 2, seed: 42 })) {
      const last = withLast ? lastYearOf(FORM, figures) : null;
      for (const [cell, right, after] of corruptions(figures)) {
        const findings = lawOf(after, last);
        const expected = brokenBy(cell, after, last);
        expect([cell, findings.length, toldBy(findings)]).toEqual([cell, expected.length === 0 ? 0 : 1, expected]);
        expect(findings[0]?.repair?.count ?? 1).toBeLessThanOrEqual(5);
        known.get(cell)!.add(knowledgeOf(findings[0], cell, right));
      }
    }
  });

  it('is named with its right figure in section three, is one of a few in section four, and is not guessed at where no sum reaches', () => {
    const cellsKnown = (how: string) => CELLS.filter((cell) => [...known.get(cell)!].join() === how);
    expect(cellsKnown('exact')).toEqual(CELLS.filter((cell) => cell.startsWith('s3/')));
    expect(cellsKnown('exact')).toHaveLength(175);
    expect(cellsKnown('among')).toEqual(expect.arrayContaining(CELLS.filter((cell) => cell.startsWith('s4/'))));
    expect(cellsKnown('none')).toEqual(expect.arrayContaining(CELLS.filter((cell) => /decision_count|amount/.test(cell))));
  });
});
